internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

extension Device {
  /// Hands over everything of every entry, deleted ones too, ascending by id, on one snapshot.
  public func export(_ body: (EntryExport) throws -> Void) throws(DeviceFailure) {
    try DeviceFailure.naming {
      try store.read { transaction in
        let names = try transaction.deviceNames()
        for id in try transaction.allEntries() {
          var gathering = EntryGathering(transaction)
          if let entry = try gathering.export(id, journal: journal, names: names) {
            try body(entry)
          }
        }
      }
    }
  }
}

/// Puts together what the store holds of an entry.
private struct EntryGathering {
  private let transaction: Transaction
  private var marks: [Int: EntryExport.Mark] = [:]

  init(_ transaction: Transaction) {
    self.transaction = transaction
  }

  mutating func export(
    _ id: EntryID, journal: JournalID, names: [DeviceID: String]
  ) throws -> EntryExport? {
    guard let (presence, states) = try transaction.content(of: id) else {
      return nil
    }
    let view = EntryView(id: id, presence: presence, states: states)
    let fields = try states.sorted { $0.0 < $1.0 }.map { name, state in
      EntryExport.Field(
        name: name.name.string, family: name.familyCode, value: try value(state.value),
        foreign: try state.notUnderstood.sorted().map { index in
          EntryExport.Foreign(
            mark: try mark(index),
            operations: try operations(of: index, on: FieldKey(entry: id, field: name)))
        })
    }
    let deletions = try presence.hiding.sorted().map { try mark($0) }
    return EntryExport(
      journal: journal, id: id, kind: view.kindName, created: presence.created,
      modified: presence.modified, isDeleted: presence.isHidden, deletions: deletions,
      fields: fields,
      deviceNames: names.filter { name in marks.values.contains { $0.device == name.key } })
  }

  private mutating func value(_ value: FieldState.Value) throws -> EntryExport.Value {
    switch value {
    case .text(let field):
      return .text(field.text, last: try field.heads.map(\.index).sorted().map { try mark($0) })
    case .register(let register):
      let writes = register.writes.sorted {
        ($0.timestamp, $0.envelope) > ($1.timestamp, $1.envelope)
      }
      return .register(try writes.map { ($0.value, try mark($0.index)) })
    case .set(let set):
      return .set(
        try set.elements.map { element in
          (element.string, try (set.adds[element] ?? []).sorted().map { try mark($0) })
        })
    case .unknown:
      return .unknown
    }
  }

  private mutating func mark(_ index: Int) throws -> EntryExport.Mark {
    if let mark = marks[index] { return mark }
    let stamp = try transaction.changeStamp(at: index)
    let mark = EntryExport.Mark(
      change: stamp.order.envelope, device: stamp.order.device, timestamp: stamp.timestamp)
    marks[index] = mark
    return mark
  }

  private func operations(of index: Int, on key: FieldKey) throws -> [UInt8] {
    let change = try Change(body: try transaction.changeBody(at: index))
    return change.blocks.first { $0.key == key }?.operations.bytes ?? []
  }
}
