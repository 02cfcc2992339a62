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

  /// Makes the same edits true of several entries and elements, in one change.
  ///
  /// - Returns: those that this changed.
  /// - Throws: ``DeviceFailure`` where the edits do not fit one of them; then none is changed.
  public func edit(
    _ subjects: [Subject], edits: [FieldEdit]
  ) throws(DeviceFailure) -> Set<Subject> {
    try writing { transaction in
      var blocks: [Change.Block] = []
      var changed: Set<Subject> = []
      for subject in subjects where !changed.contains(subject) {
        let request = EditRequest(subject, edits)
        var key: ElementKey?
        if case .element(let element) = subject { key = element }
        let plan = try plan(request, saidAt: nil, for: subject.entry, key, transaction)
        guard !plan.blocks.isEmpty else { continue }
        blocks += plan.blocks
        changed.insert(subject)
      }
      if let last = subjects.last, !blocks.isEmpty {
        try record(blocks, touching: last.entry, transaction)
      }
      return changed
    }
  }

  /// Does what was asked for, in one change; if that fails, the words are kept.
  public func carryOut(_ request: EditRequest) throws(DeviceFailure) -> EditOutcome {
    try keeping(request) { try write(request) }
  }

  /// Refuses a request that cannot be meant as it stands, whatever text is awaited.
  public func check(_ request: EditRequest) throws(DeviceFailure) {
    let request = request.with(text: "")
    try reading { transaction in
      var random = environment.random
      _ = try plan(
        request, saidAt: nil, for: request.entry ?? .journal,
        request.target.element(drawnFrom: &random),
        transaction)
    }
  }

  /// Does what was asked for; if that fails, the words are not kept.
  ///
  /// - Parameter said: when it was asked for, in milliseconds since 1970, if not now: `yesterday` in
  ///   a command that was refused and is recovered is the day before it was typed.
  func write(
    _ request: EditRequest, saidAt said: UInt64? = nil
  ) throws(DeviceFailure) -> EditOutcome {
    var random = environment.random
    let entry = request.entry ?? EntryID(from: &random)
    let element = request.target.element(drawnFrom: &random)
    return try writing { transaction in
      let plan = try plan(request, saidAt: said, for: entry, element, transaction)
      var blocks: [Change.Block]
      switch request.target {
      case .new: blocks = try plan.blocksOfNew(by: request.edits)
      case .add:
        blocks = try plan.blocksOfNew(by: request.edits)
        if let element { blocks.append(try transaction.insertion(of: element)) }
      case .edit, .editElement: blocks = plan.blocks
      }
      var outcome = EditOutcome(entry: entry, isChange: !blocks.isEmpty, element: element)
      outcome.understood = plan.understood
      guard outcome.isChange else { return outcome }
      let watch = try request.entry.map { try ReviewWatch($0, transaction) }
      let change = try record(blocks, touching: entry, transaction)
      try watch?.tell(&outcome, of: change, transaction)
      return outcome
    }
  }

  /// What the edits of a request mean for an entry or element, which may have to be made yet.
  private func plan(
    _ request: EditRequest, saidAt said: UInt64?, for entry: EntryID, _ element: ElementKey?,
    _ transaction: Transaction
  ) throws -> EditPlan {
    let owner: FieldOwner
    var states: [(FieldName, FieldState)] = []
    switch request.target {
    case .new(let new): owner = .entry(new)
    case .edit(let id):
      owner = .entry(try transaction.kind(of: id))
      states = try transaction.states(of: id)
    case .add(let list, let id):
      owner = .element(try transaction.list(list, of: id))
      try transaction.state(of: FieldKey(entry: id, field: list))?.requireUnderstood(list)
    case .editElement(let key):
      owner = .element(try transaction.list(key.element.list, of: key.entry))
      states = try transaction.states(of: key)
    }
    var plan = EditPlan(
      of: owner, entry: entry, element: element?.element,
      standpoint: environment.standpoint(at: said ?? environment.nowMilliseconds()),
      textLimit: Limits.body, states: states)
    try plan.add(request.edits, on: StoredBasis(transaction: transaction))
    return plan
  }
}

extension EditRequest.Target {
  /// The element that is meant, or that a new one is to be; `nil` where none is.
  fileprivate func element(drawnFrom random: inout some RandomNumberGenerator) -> ElementKey? {
    switch self {
    case .new, .edit: nil
    case .add(let list, let entry):
      ElementKey(entry: entry, element: ListElement(list: list, id: ElementID(from: &random)))
    case .editElement(let key): key
    }
  }
}

extension Transaction {
  /// The block that puts an element at the end of its list.
  fileprivate func insertion(of key: ElementKey) throws -> Change.Block {
    var count = 0
    if case .list(let list)? = try state(of: key.list)?.value { count = list.placeCount }
    let put = ListEdits.Put(position: count, elements: [key.element.id], isMove: false)
    return Change.Block(key: key.list, operations: .list(ListEdits(puts: [put])))
  }
}
