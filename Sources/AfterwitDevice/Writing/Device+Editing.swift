internal import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Makes an entry in one change.
  /// - Throws: ``DeviceFailure`` of the code `usage` if nothing is said, or if a value does not
  ///   fit.
  public func new(_ kind: Kind, edits: [FieldEdit]) throws(DeviceFailure) -> EntryID {
    try keeping(EditRequest(.new(kind), edits)) { try write(kind, edits: edits) }
  }

  /// Makes an entry; if that fails, the words are not kept.
  func write(_ kind: Kind, edits: [FieldEdit]) throws(DeviceFailure) -> EntryID {
    var random = environment.random
    let entry = EntryID(from: &random)
    try writing { transaction in
      var plan = try EditPlan(
        kind: kind, entry: entry, today: environment.today(), transaction: transaction)
      for edit in edits {
        try plan.add(edit)
      }
      guard !plan.blocks.isEmpty, edits.contains(where: \.saysSomething) else {
        throw EditMisfit.nothingSaid
      }
      let kindBlock = Change.Block(
        key: FieldKey(entry: entry, field: .kind), operations: .register(kind.rawValue))
      try record([kindBlock] + plan.blocks, touching: entry, transaction)
    }
    return entry
  }

  /// Makes edits true of an entry, in one change; `false` if they were true already.
  public func edit(_ id: EntryID, edits: [FieldEdit]) throws(DeviceFailure) -> Bool {
    try keeping(EditRequest(.edit(id), edits)) { try write(id, edits: edits) }
  }

  /// Makes edits true of an entry; if that fails, the words are not kept.
  func write(_ id: EntryID, edits: [FieldEdit]) throws(DeviceFailure) -> Bool {
    try writing { transaction in
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
