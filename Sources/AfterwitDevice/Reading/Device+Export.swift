internal import AfterwitDocument
internal import AfterwitEncoding
public import AfterwitExchange
internal import AfterwitStore

extension Device {
  /// Hands over everything of every entry, deleted ones too, ascending by id, on one snapshot.
  public func export(_ body: (EntryExport) throws -> Void) throws(DeviceFailure) {
    try reading { transaction in
      let names = try transaction.deviceNames()
      for id in try transaction.allEntries() {
        guard let content = try transaction.content(of: id) else { continue }
        try body(
          EntryExport(
            id, journal: journal, content: content, names: names,
            from: StoredChanges(transaction: transaction)))
      }
    }
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
