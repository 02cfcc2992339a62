internal import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore
internal import AfterwitWire

extension Device {
  /// Makes an entry in one change.
  /// - Throws: ``DeviceFailure`` of the code `usage` if nothing is said, or if a value does not
  ///   fit.
  public func new(_ kind: Kind, edits: [FieldEdit]) throws(DeviceFailure) -> EntryID {
    try carryOut(EditRequest(.new(kind), edits)).entry
  }

  /// Makes edits true of an entry, in one change; `false` if they were true already.
  public func edit(_ id: EntryID, edits: [FieldEdit]) throws(DeviceFailure) -> Bool {
    try carryOut(EditRequest(.edit(id), edits)).isChange
  }

  /// Does what was asked for, in one change; if that fails, the words are kept.
  public func carryOut(_ request: EditRequest) throws(DeviceFailure) -> EditOutcome {
    try keeping(request) { try write(request) }
  }

  /// Refuses a request that cannot be meant as it stands, whatever text is awaited.
  public func check(_ request: EditRequest) throws(DeviceFailure) {
    let request = request.with(text: "")
    try reading { transaction in
      _ = try plan(request, for: request.entry ?? .journal, transaction)
    }
  }

  /// Does what was asked for; if that fails, the words are not kept.
  func write(_ request: EditRequest) throws(DeviceFailure) -> EditOutcome {
    var random = environment.random
    let entry = request.entry ?? EntryID(from: &random)
    return try writing { transaction in
      let plan = try plan(request, for: entry, transaction)
      let blocks =
        request.entry == nil ? try plan.blocksOfNewEntry(by: request.edits) : plan.blocks
      var outcome = EditOutcome(entry: entry, isChange: !blocks.isEmpty)
      guard outcome.isChange else { return outcome }
      let watch = try request.entry.map { try ReviewWatch($0, transaction) }
      let change = try record(blocks, touching: entry, transaction)
      try watch?.tell(&outcome, of: change, transaction)
      return outcome
    }
  }

  /// What the edits of a request mean for an entry, which may have to be made yet.
  private func plan(
    _ request: EditRequest, for entry: EntryID, _ transaction: Transaction
  ) throws -> EditPlan {
    let kind: Kind
    var states: [(FieldName, FieldState)] = []
    switch request.target {
    case .new(let new): kind = new
    case .edit(let id):
      kind = try transaction.kind(of: id)
      states = try transaction.content(of: id)?.states ?? []
    }
    var plan = EditPlan(
      kind: kind, entry: entry, today: environment.today(), textLimit: Limits.body, states: states)
    for edit in request.edits {
      try plan.add(edit, on: StoredBasis(transaction: transaction))
    }
    return plan
  }
}
