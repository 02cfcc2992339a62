package import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore
internal import AfterwitWire

extension Device {
  /// Makes an entry in one change.
  /// - Throws: ``DeviceFailure`` of the code `usage` where nothing is said, or a value does not fit.
  public func new(_ kind: Kind, edits: [FieldEdit]) throws(DeviceFailure) -> EntryID {
    try keepingText(of: edits) {
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
    try keepingText(of: edits) {
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
        try Author(identity: identity, environment: environment, transaction: transaction)
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
    let author = Author(identity: identity, environment: environment, transaction: transaction)
    try author.record(blocks, on: try transaction.frontierIDs())
    try transaction.setProperty(.lastEntry, to: entry.bytes)
  }

  /// The length, in bytes, from which a text that was refused is worth keeping.
  private static let longText = 1024

  /// Runs an edit; where it cannot be saved, a long text is kept as a draft and its place named.
  private func keepingText<Value>(
    of edits: [FieldEdit], _ body: () throws -> Value
  ) throws(DeviceFailure) -> Value {
    do {
      return try body()
    } catch {
      let failure = DeviceFailure(cause: error)
      // What was mistyped is typed again; what the machine refused may exist nowhere else.
      let isMistake = failure.code == .usage || failure.code == .notFound
      let least = isMistake ? Self.longText : 1
      let texts = edits.compactMap(\.longText).filter { $0.utf8.count >= least }
      guard !texts.isEmpty else { throw failure }
      let text = texts.joined(separator: "\n\n")
      let places = [home.drafts] + Home.otherPlaces
      for place in places {
        guard let path = try? home.keep(text, in: place, environment: environment) else { continue }
        throw DeviceFailure(
          failure.code, failure.happened, safe: "The text is kept in \(path).",
          next: failure.next)
      }
      throw DeviceFailure(
        failure.code, failure.happened, safe: "The text could not be kept anywhere on this disk.",
        next: failure.next)
    }
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

  fileprivate var longText: String? {
    switch self {
    case .set(_, let text), .replace(_, let text), .append(_, let text): text
    case .add, .remove: nil
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
