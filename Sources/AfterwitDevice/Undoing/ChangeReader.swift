internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

/// Tells of the changes of a journal what a person can take back.
struct ChangeReader {
  private static let portion = 64

  let transaction: Transaction
  private(set) var undos: Undos
  let writers: Writers
  /// What stood where a change was made.
  private(set) var past: PastMemory

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    undos = try transaction.undos()
    writers = try Writers(transaction)
    past = try PastMemory(transaction)
  }

  /// The same after a change was recorded that takes others back.
  func readAnew() throws -> ChangeReader {
    var reader = self
    reader.undos = try transaction.undos()
    reader.past = try PastMemory(transaction)
    return reader
  }

  /// Calls a closure with the changes that somebody made by a command, the last that came first, until
  /// it says `false`.
  ///
  /// - Parameter end: all have a lower index.
  func forEach(before end: Int = .max, _ body: (PlacedChange) throws -> Bool) throws {
    var end = end
    while true {
      let portion = try transaction.changes(before: end, limit: Self.portion)
      guard let last = portion.last else { return }
      end = last.stamp.index
      for placed in portion where placed.change.isOfCommand {
        guard try body(placed) else { return }
      }
    }
  }

  /// Whether a change was written in this home.
  func isOwn(_ placed: PlacedChange) throws -> Bool { try writers.isLocal(placed.stamp) }

  /// Whether a change is taken back by this home, whatever other machines did.
  func isUndoneHere(_ index: Int) throws -> Bool {
    try undos.undos(of: index).contains { undo in
      try !undos.isVoid(undo) && writers.isLocal(transaction.changeStamp(at: undo))
    }
  }

  /// The change that a person means by the beginning of its id.
  func change(_ typed: String) throws -> PlacedChange {
    guard TypedPrefix.isEnough(typed), let range = EnvelopeID.range(ofTextPrefix: typed) else {
      throw DeviceFailure.change(.absent(typed))
    }
    let found = try transaction.changeIndices(in: range, limit: 9)
    guard let index = found.first else { throw DeviceFailure.change(.absent(typed)) }
    guard found.count == 1 else {
      throw DeviceFailure.change(
        .ambiguous(typed, among: try found.prefix(8).map { try id(of: $0) }))
    }
    guard let change = try? Change(body: transaction.changeBody(at: index)) else {
      throw DeviceFailure.change(.notUnderstood(try id(of: index)))
    }
    return PlacedChange(stamp: try transaction.changeStamp(at: index), change: change)
  }

  /// The stamps of all changes of the command that a change is part of, the last first.
  ///
  /// - Parameter end: all have a lower index.
  func command(of placed: PlacedChange, before end: Int = .max) throws -> [ChangeStamp] {
    guard let mark = CommandMark(placed.change) else { return [placed.stamp] }
    var found: [ChangeStamp] = []
    try forEach(before: end) { other in
      guard let part = CommandMark(other.change), part.name == mark.name,
        other.stamp.order.device == placed.stamp.order.device
      else { return true }
      found.append(other.stamp)
      return part.number > 0
    }
    return found
  }

  private func id(of index: Int) throws -> EnvelopeID {
    try transaction.changeStamp(at: index).order.envelope
  }
}

extension Change {
  /// Whether a command of a person made it: no device did that by itself.
  fileprivate var isOfCommand: Bool {
    if undone != nil { return true }
    if CommandMark.isUnattended(self) { return false }
    return blocks.contains { block in
      guard block.key.entry != .journal else { return false }
      if case .text(let operations) = block.operations { return operations.first != .same }
      return true
    }
  }
}
