extension FieldShelf {
  /// Keeps a field into which a change was merged, and what its history learns by that.
  mutating func put(_ field: MergedField, of key: FieldKey, by stamp: ChangeStamp) throws {
    try put(field.state, of: key)
    guard let told = field.told else { return }
    if let history = told.history { keep(history, of: key) }
    if !told.twins.isEmpty { meet(told.twins, in: key) }
    try addEvent(index: stamp.index, parents: told.parents, to: key)
  }
}
