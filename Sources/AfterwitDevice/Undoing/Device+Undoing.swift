internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

// What can be taken back, and brought back, is told by the journal alone: the last own change that
// this home has not taken back, and the last own change that takes others back and behind which no
// other own command came. So both survive every end of a process, and no stack is kept anywhere.

extension Device {
  /// Takes back the last command of this machine that it has not taken back.
  ///
  /// One that another machine has taken back is void already; to take it back as well changes nothing
  /// that is shown, and leads on to the one before.
  public func undo() throws(DeviceFailure) -> UndoOutcome {
    try writing { transaction in
      let reader = try ChangeReader(transaction)
      guard let last = try reader.lastUndoable() else { return .init(result: .nothing, next: nil) }
      let isVoid = reader.undos.isVoid(last.stamp.index)
      let stamps = try reader.command(of: last)
      let (result, after) = try take(
        back: stamps.map(\.order.envelope), for: last, by: reader)
      return UndoOutcome(
        result: isVoid ? .void(try after.report(last)) : result,
        keepers: try after.keepers(of: last),
        next: try after.lastUndoable().map { try after.report($0) })
    }
  }

  /// Brings back what this machine took back last, unless it has written anything since.
  public func redo() throws(DeviceFailure) -> UndoOutcome {
    try writing { transaction in
      let reader = try ChangeReader(transaction)
      guard let last = try reader.lastRedoable() else { return .init(result: .nothing, next: nil) }
      let (result, after) = try take(back: reader.allLike(last), for: last, by: reader)
      return UndoOutcome(
        result: result, keepers: try after.keepers(of: last),
        next: try after.lastRedoable().map { try after.report($0) })
    }
  }

  /// Takes back a change, whoever made it; one that takes others back is so redone.
  /// - Parameter typed: the beginning of its id, in hexadecimal.
  public func undo(_ typed: String) throws(DeviceFailure) -> UndoOutcome {
    try writing { transaction in
      let reader = try ChangeReader(transaction)
      let change = try reader.change(typed)
      try reader.requireUnderstood(change)
      guard !reader.undos.isVoid(change.stamp.index) else {
        return UndoOutcome(
          result: .void(try reader.report(change)), keepers: try reader.keepers(of: change),
          next: nil)
      }
      let (result, after) = try take(back: reader.allLike(change), for: change, by: reader)
      return UndoOutcome(result: result, keepers: try after.keepers(of: change), next: nil)
    }
  }

  /// Records that changes are taken back; tells what that did to one, and who reads what is now.
  private func take(
    back changes: [EnvelopeID], for change: PlacedChange, by reader: ChangeReader
  ) throws -> (result: UndoOutcome.Result, after: ChangeReader) {
    let transaction = reader.transaction
    let known = try reader.report(change)
    let before = try known.entries.map { try transaction.viewHash(of: $0) }
    try Author(environment: environment, transaction: transaction).record(
      [Change.Block(key: .undo, operations: .undo(changes.sorted()))],
      on: try transaction.frontierIDs())
    let after = try known.entries.map { try transaction.viewHash(of: $0) }
    let reader = try reader.readAnew()
    var report = try reader.report(change)
    // An entry that is gone now had a title.
    if report.title.isEmpty { report.title = known.title }
    return (before == after ? .unseen(report) : .done(report), reader)
  }
}

extension ChangeReader {
  /// The last own change that is no undo and that this home has not taken back.
  fileprivate func lastUndoable() throws -> PlacedChange? {
    var found: PlacedChange?
    try forEach { placed in
      guard placed.change.undone == nil, try isOwn(placed), try !isUndoneHere(placed.stamp.index)
      else { return true }
      found = placed
      return false
    }
    return found
  }

  /// The last own undo that stands, where no other own command came behind it.
  fileprivate func lastRedoable() throws -> PlacedChange? {
    var found: PlacedChange?
    try forEach { placed in
      guard try isOwn(placed) else { return true }
      guard placed.change.undone != nil else { return false }
      let names = undos[placed.stamp.index]
      // An undo of undos brings back; to take that back is an undo.
      guard !undos.isVoid(placed.stamp.index), !names.allSatisfy({ undos.isUndo($0) }) else {
        return true
      }
      found = placed
      return false
    }
    return found
  }

  /// A change, and where it takes others back, all that stand and take back none but the same: two
  /// undos of one change are one.
  fileprivate func allLike(_ placed: PlacedChange) throws -> [EnvelopeID] {
    let index = placed.stamp.index
    guard undos.isUndo(index) else { return try command(of: placed).map(\.order.envelope) }
    let decided = Set(undos.decided(by: index))
    let alike = Set(undos[index].flatMap { undos.undos(of: $0) }).filter { other in
      !undos.isVoid(other) && decided.isSuperset(of: undos.decided(by: other))
    }
    return try alike.union([index]).sorted().map {
      try transaction.changeStamp(at: $0).order.envelope
    }
  }

  /// Refuses a change of which this version does not understand all.
  fileprivate func requireUnderstood(_ placed: PlacedChange) throws {
    let index = placed.stamp.index
    guard placed.change.undone == nil else { return }
    let isStrange = try placed.change.blocks.contains { block in
      if case .unknown = block.operations { return true }
      return try transaction.state(of: block.key)?.notUnderstood.contains(index) ?? false
    }
    guard !isStrange, try transaction.effectiveChange(at: index) != nil else {
      throw DeviceFailure.change(.notUnderstood(placed.stamp.order.envelope))
    }
  }
}
