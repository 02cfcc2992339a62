internal import AfterwitDocument
internal import AfterwitEncoding

/// The writes of a register, and what may stand after them.
struct RegisterHistory {
  let writes: [(id: EnvelopeID, value: String)]
  let ancestry: Ancestry

  /// The values that may stand side by side.
  ///
  /// What was taken back weighs nothing: that is a value which showed before all of the current
  /// writes. Where several stood there, the model does not know which one showed.
  var standing: Set<Set<ExactString>> {
    let current = writes.filter { write in
      !writes.contains { ancestry.saw($0.id, write.id) }
    }
    let values = Set(current.map { ExactString($0.value) })
    guard current.count > 1 else { return [values] }
    let earlier = writes.filter { write in
      current.allSatisfy { ancestry.saw($0.id, write.id) }
    }
    let before =
      earlier.isEmpty
      ? [ExactString("")]
      : RegisterHistory(writes: earlier, ancestry: ancestry).standing.reduce([], +)
    return Set(
      before.map { value in
        let weighty = values.subtracting([value])
        return weighty.isEmpty ? values : weighty
      })
  }
}
