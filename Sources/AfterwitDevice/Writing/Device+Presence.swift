internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Hides entries, in one change; their words stay and can be restored.
  public func remove(_ ids: [EntryID]) throws(DeviceFailure) {
    try setPresence(.deleted, of: ids)
  }

  /// Shows deleted entries again, in one change.
  public func restore(_ ids: [EntryID]) throws(DeviceFailure) {
    try setPresence(.restored, of: ids)
  }

  private func setPresence(
    _ presence: Operations.Presence, of ids: [EntryID]
  ) throws(DeviceFailure) {
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
      guard !blocks.isEmpty, let last = ids.last else { return }
      try record(blocks, touching: last, transaction)
    }
  }
}
