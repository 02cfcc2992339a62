package import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore
package import AfterwitText
internal import AfterwitWire

extension Device {
  /// Makes an entry in one change.
  /// - Throws: ``DeviceFailure`` of the code `usage` where nothing is said, or a value does not fit.
  public func new(_ kind: Kind, edits: [FieldEdit]) throws(DeviceFailure) -> EntryID {
    try keeping(EditRequest(.new(kind), edits)) { try write(kind, edits: edits) }
  }

  /// Makes an entry; where that fails, nothing is kept.
  func write(_ kind: Kind, edits: [FieldEdit]) throws(DeviceFailure) -> EntryID {
    try DeviceFailure.naming {
      var random = environment.random
      let entry = EntryID(from: &random)
      try store.write { transaction in
        var plan = try EditPlan(
          kind: kind, entry: entry, today: environment.today(), transaction: transaction)
        for edit in edits {
          try plan.add(edit)
        }
        guard !plan.blocks.isEmpty, edits.contains(where: \.saysSomething) else {
          throw DeviceFailure.emptyEntry
        }
        let kindBlock = Change.Block(
          key: FieldKey(entry: entry, field: .kind), operations: .register(kind.rawValue))
        try record([kindBlock] + plan.blocks, touching: entry, transaction)
      }
      return entry
    }
  }

  /// Makes edits true of an entry, in one change; `false` where they were true already.
  public func edit(_ id: EntryID, edits: [FieldEdit]) throws(DeviceFailure) -> Bool {
    try keeping(EditRequest(.edit(id), edits)) { try write(id, edits: edits) }
  }

  /// Makes edits true of an entry; where that fails, nothing is kept.
  func write(_ id: EntryID, edits: [FieldEdit]) throws(DeviceFailure) -> Bool {
    try DeviceFailure.naming {
      try store.write { transaction in
        let kind = try transaction.kind(of: id)
        var plan = try EditPlan(
          kind: kind, entry: id, today: environment.today(), transaction: transaction)
        for edit in edits {
          try plan.add(edit)
        }
        guard !plan.blocks.isEmpty else { return false }
        try record(plan.blocks, touching: id, transaction)
        return true
      }
    }
  }

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
    try DeviceFailure.naming {
      try store.write { transaction in
        var blocks: [Change.Block] = []
        for id in Set(ids) {
          guard let present = try transaction.presence(of: id) else {
            throw DeviceFailure.noEntry(id.shortText)
          }
          let isTrue = present.isHidden == (presence == .deleted)
          guard !isTrue || !present.contested.isEmpty else { continue }
          let key = FieldKey(entry: id, field: .presence)
          blocks.append(Change.Block(key: key, operations: .presence(presence)))
        }
        guard !blocks.isEmpty, let last = ids.last else { return }
        try record(blocks, touching: last, transaction)
      }
    }
  }

  /// Records operations on a text as they were made on a named version, such as a recorded session.
  package func record(
    _ operations: [TextOperation], in key: FieldKey, on version: [EnvelopeID]
  ) throws(DeviceFailure) -> EnvelopeID {
    try DeviceFailure.naming {
      try store.write { transaction in
        try Author(environment: environment, transaction: transaction)
          .record([Change.Block(key: key, operations: .text(operations))], on: version)
      }
    }
  }

  /// The version that this device shows.
  package func shownVersion() throws(DeviceFailure) -> [EnvelopeID] {
    try DeviceFailure.naming {
      try store.read { transaction in try transaction.frontierIDs() }
    }
  }

  /// Records a change made on everything this device shows.
  private func record(
    _ blocks: [Change.Block], touching entry: EntryID, _ transaction: Transaction
  ) throws {
    let author = try Author(environment: environment, transaction: transaction)
    try author.record(blocks, on: try transaction.frontierIDs())
    try transaction.setProperty(.lastEntry, to: entry.bytes)
  }
}

extension FieldEdit {
  /// Whether there is more than white space in it.
  fileprivate var saysSomething: Bool {
    switch self {
    case .set(_, let value), .add(_, let value), .replace(_, let value), .append(_, let value):
      value.contains { !$0.isWhitespace }
    case .remove: false
    }
  }
}

extension DeviceFailure {
  fileprivate static var emptyEntry: DeviceFailure {
    DeviceFailure(
      .usage, "There is nothing to write down.", safe: "No entry was made.",
      next: "Type: afterwit new reflection “what happened”")
  }
}

extension Transaction {
  /// The kind of an entry that exists.
  func kind(of id: EntryID) throws -> Kind {
    guard let view = try view(of: id) else { throw DeviceFailure.noEntry(id.shortText) }
    guard let kind = view.kind else {
      throw DeviceFailure(
        .failed, "The entry \(id.shortText) was written by a later version of afterwit.",
        safe: "It is kept as it is.", next: "Install the current version of afterwit.")
    }
    return kind
  }
}
