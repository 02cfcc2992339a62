internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// Every change, made here or received, goes through these steps: its parents are found, it gets its
// place in the causal graph, and its operations are merged. At the end of the transaction the views
// of the entries that it touched are derived anew.
//
// A change that cannot be used has no effect at all, but it keeps its place in the graph, so that
// changes made on it can be used. Whether a change can be used depends on it and its ancestors
// only.

/// Puts opened changes into one write transaction's causal graph, fields and views.
struct Ledger {
  enum Outcome: Equatable {
    /// The change has its effect.
    case applied
    /// This parent is not known yet; nothing was done.
    case missing(EnvelopeID)
    /// The change has its place and no effect.
    case quarantined
  }

  private let transaction: Transaction
  private var shelf: StoreShelf
  private var nextIndex: Int

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    shelf = try StoreShelf(transaction)
    nextIndex = try transaction.changeCount()
  }

  /// Hunks of the applied changes in which two devices wrote the same.
  var twins: [FieldKey: [TextConflict]] { shelf.twins }

  /// Applies an opened body; `nil` means that the payload does not open with its own key.
  mutating func apply(_ header: EnvelopeHeader, id: EnvelopeID, body: [UInt8]?) throws -> Outcome {
    guard let body, let prefix = try? ChangePrefix(body: body) else {
      return try setAside(header, id: id, parents: [], timestamp: Timestamp(rawValue: 0))
    }
    var parents: [Int]
    switch try prefix.place(after: header.previous, held: transaction.heldParent) {
    case .behind(let indices): parents = indices
    case .waiting(let parent): return .missing(parent)
    case .void: return try setAside(header, id: id, parents: [], timestamp: prefix.timestamp)
    }
    if parents.count > 1 {
      parents = try shelf.maximal(among: parents, atOrBefore: parents)
    }
    guard let change = try? Change(body: body) else {
      return try setAside(header, id: id, parents: parents, timestamp: prefix.timestamp)
    }
    let stamp = stamp(header, id: id, parents: parents, timestamp: change.timestamp)
    let outcome = try Merge(change, stamp: stamp).apply(to: &shelf)
    try insert(
      stamp, body: body,
      entries: outcome == .merged && change.undone == nil
        ? Set(change.blocks.map(\.key.entry)) : [])
    return outcome == .merged ? .applied : .quarantined
  }

  /// Writes the fields, and derives the views of the entries that were touched.
  mutating func finish() throws {
    try shelf.flush()
    for entry in shelf.touchedEntries where entry != .journal {
      try transaction.refreshView(of: entry)
    }
  }

  private mutating func setAside(
    _ header: EnvelopeHeader, id: EnvelopeID, parents: [Int], timestamp: Timestamp
  ) throws -> Outcome {
    try insert(stamp(header, id: id, parents: parents, timestamp: timestamp), body: [])
    return .quarantined
  }

  private func stamp(
    _ header: EnvelopeHeader, id: EnvelopeID, parents: [Int], timestamp: Timestamp
  ) -> ChangeStamp {
    ChangeStamp(
      index: nextIndex, parents: parents,
      order: TextOrder(device: header.device, number: header.number, envelope: id),
      timestamp: timestamp)
  }

  private mutating func insert(
    _ stamp: ChangeStamp, body: [UInt8], entries: Set<EntryID> = []
  ) throws {
    try shelf.insertChange(stamp: stamp, body: body, entries: entries)
    nextIndex += 1
  }
}
