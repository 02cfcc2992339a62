public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore
internal import AfterwitWire

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
      var plan = EditPlan(
        kind: kind, entry: entry, today: environment.today(), textLimit: Limits.body, states: [])
      for edit in edits {
        try plan.add(edit, on: StoredBasis(transaction: transaction))
      }
      try record(try plan.blocksOfNewEntry(by: edits), touching: entry, transaction)
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
      var plan = EditPlan(
        kind: kind, entry: id, today: environment.today(), textLimit: Limits.body,
        states: try transaction.content(of: id)?.states ?? [])
      for edit in edits {
        try plan.add(edit, on: StoredBasis(transaction: transaction))
      }
      guard !plan.blocks.isEmpty else { return false }
      try record(plan.blocks, touching: id, transaction)
      return true
    }
  }
}
