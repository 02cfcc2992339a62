internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Hides entries, in one change; their words stay and can be restored.
  ///
  /// - Returns: those that this changed.
  @discardableResult
  public func remove(_ ids: [EntryID]) throws(DeviceFailure) -> Set<EntryID> {
    try setPresence(.deleted, of: ids)
  }

  /// Shows deleted entries again, in one change.
  ///
  /// - Returns: those that this changed.
  @discardableResult
  public func restore(_ ids: [EntryID]) throws(DeviceFailure) -> Set<EntryID> {
    try setPresence(.restored, of: ids)
  }

  private func setPresence(
    _ presence: Operations.Presence, of ids: [EntryID]
  ) throws(DeviceFailure) -> Set<EntryID> {
    try writing { transaction in
      var blocks: [Change.Block] = []
      for id in Set(ids) {
        guard let present = try transaction.presence(of: id) else {
          throw DeviceFailure.entry(.absent(id.shortText))
        }
        guard present.isChanged(by: presence) else { continue }
        let key = FieldKey(entry: id, field: .presence)
        blocks.append(Change.Block(key: key, operations: .presence(presence)))
      }
      if let last = ids.last, !blocks.isEmpty { try record(blocks, touching: last, transaction) }
      return Set(blocks.map(\.key.entry))
    }
  }
}
