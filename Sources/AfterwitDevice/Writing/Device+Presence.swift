internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Hides entries and elements, in one change; their words stay and can be restored.
  ///
  /// - Returns: those that this changed.
  @discardableResult
  public func remove(_ subjects: [Subject]) throws(DeviceFailure) -> Set<Subject> {
    try setPresence(.deleted, of: subjects)
  }

  /// Shows deleted entries and elements again, in one change.
  ///
  /// - Returns: those that this changed.
  @discardableResult
  public func restore(_ subjects: [Subject]) throws(DeviceFailure) -> Set<Subject> {
    try setPresence(.restored, of: subjects)
  }

  private func setPresence(
    _ mark: Operations.Presence, of subjects: [Subject]
  ) throws(DeviceFailure) -> Set<Subject> {
    try writing { transaction in
      var changed: Set<Subject> = []
      var blocks: [Change.Block] = []
      var elements: [FieldKey: Set<ElementID>] = [:]
      for subject in Set(subjects) {
        switch subject {
        case .entry(let id):
          guard let present = try transaction.presence(of: id) else {
            throw DeviceFailure.entry(.absent(id.shortText))
          }
          guard present.isChanged(by: mark) else { continue }
          let key = FieldKey(entry: id, field: .presence)
          blocks.append(Change.Block(key: key, operations: .presence(mark)))
        case .element(let key):
          try transaction.state(of: key.list)?.requireUnderstood(key.element.list)
          // One that nobody has done more to than move it is there.
          guard try transaction.presence(of: key)?.isChanged(by: mark) ?? (mark == .deleted) else {
            continue
          }
          elements[key.list, default: []].insert(key.element.id)
        }
        changed.insert(subject)
      }
      for (list, ids) in elements {
        let edits =
          mark == .deleted ? ListEdits(removed: Array(ids)) : ListEdits(restored: Array(ids))
        blocks.append(Change.Block(key: list, operations: .list(edits)))
      }
      if let last = subjects.last, !blocks.isEmpty {
        try record(blocks, touching: last.entry, transaction)
      }
      return changed
    }
  }
}
