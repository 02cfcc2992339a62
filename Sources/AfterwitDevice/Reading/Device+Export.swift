internal import AfterwitDocument
internal import AfterwitEncoding
public import AfterwitExchange
public import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Hands over everything of the entries of a filter, deleted ones too, ascending by id.
  ///
  /// All are of one snapshot; which entries a filter takes is read before it.
  public func export(
    _ filter: EntryFilter = EntryFilter(), _ body: (EntryExport) throws -> Void
  ) throws(DeviceFailure) {
    let chosen = filter.terms.isEmpty ? nil : try ids(of: filter)
    try reading { transaction in
      let names = try transaction.deviceNames()
      for id in try chosen ?? transaction.allEntries() {
        guard let content = try transaction.content(of: id) else { continue }
        try body(
          EntryExport(
            id, journal: journal, content: content, names: names,
            from: StoredChanges(transaction: transaction)))
      }
    }
  }

  private func ids(of filter: EntryFilter) throws(DeviceFailure) -> [EntryID] {
    let shown = try list(ListFilter(filter, order: .written))
    let deleted = try list(ListFilter(filter, deleted: true, order: .written))
    return (shown + deleted).map(\.entry.id).sorted()
  }
}

/// What an export asks, read from the store where it is asked.
private struct StoredChanges: ExportSource {
  let transaction: Transaction

  func changeStamp(at index: Int) throws -> ChangeStamp {
    try transaction.changeStamp(at: index)
  }

  func operations(of index: Int, on key: FieldKey) throws -> [UInt8] {
    let change = try Change(body: try transaction.changeBody(at: index))
    return change.blocks.first { $0.key == key }?.operations.bytes ?? []
  }
}
