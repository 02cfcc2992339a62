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
  private let writers: Writers

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    undos = try transaction.undos()
    writers = try Writers(transaction)
  }

  /// The same after a change was recorded that takes others back.
  func readAnew() throws -> ChangeReader {
    var reader = self
    reader.undos = try transaction.undos()
    return reader
  }

  /// Calls a closure with the changes that somebody made by a command, the last that came first, until
  /// it says `false`.
  func forEach(_ body: (PlacedChange) throws -> Bool) throws {
    var end = Int.max
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

  /// All changes of the command that a change is part of, that change among them.
  func command(of placed: PlacedChange) throws -> [EnvelopeID] {
    guard let mark = CommandMark(placed.change) else { return [placed.stamp.order.envelope] }
    var found: [EnvelopeID] = []
    try forEach { other in
      guard let part = CommandMark(other.change), part.name == mark.name,
        other.stamp.order.device == placed.stamp.order.device
      else { return true }
      found.append(other.stamp.order.envelope)
      return part.number > 0
    }
    return found
  }

  private func id(of index: Int) throws -> EnvelopeID {
    try transaction.changeStamp(at: index).order.envelope
  }

  /// What a change did, and who made it.
  func report(_ placed: PlacedChange) throws -> ChangeReport {
    let index = placed.stamp.index
    let told = try told(by: placed)
    let blocks = told.flatMap(\.blocks).filter { $0.key.entry != .journal }
    let entries = Set(blocks.map(\.key.entry)).sorted()
    let title = try entries.first.flatMap { try transaction.view(of: $0)?.title } ?? ""
    return ChangeReport(
      change: placed.stamp.order.envelope,
      verb: ChangeVerb(placed.change, redoes: undos[index].allSatisfy { undos.isUndo($0) }),
      of: placed.change.undone != nil && told.count == 1
        ? ChangeVerb(told[0], redoes: false) : nil,
      entries: entries, title: title,
      fields: Set(blocks.map(\.key.entryField.name.string)).sorted(),
      writer: try writers.writer(of: placed.stamp),
      isUndone: undos.isVoid(index))
  }

  /// The change itself, or those that it takes back, directly or through others.
  private func told(by placed: PlacedChange) throws -> [Change] {
    guard placed.change.undone != nil else { return [placed.change] }
    return undos.decided(by: placed.stamp.index).compactMap {
      try? Change(body: transaction.changeBody(at: $0))
    }
  }
}

extension Change {
  /// Whether a command of a person made it: no device did that by itself.
  fileprivate var isOfCommand: Bool {
    if undone != nil { return true }
    return blocks.contains { block in
      guard block.key.entry != .journal else { return false }
      if case .text(let operations) = block.operations { return operations.first != .same }
      return true
    }
  }
}
