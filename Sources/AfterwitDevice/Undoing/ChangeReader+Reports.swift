internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

extension ChangeReader {
  /// What the command did that a change is part of, and who made it.
  ///
  /// - Parameter end: the index of each change of the command is lower.
  func report(_ placed: PlacedChange, before end: Int = .max) throws -> ChangeReport {
    let index = placed.stamp.index
    let isUndo = placed.change.undone != nil
    let told =
      isUndo
      ? undos.decided(by: index) : try command(of: placed, before: end).map(\.index)
    var sum = ChangeSum()
    for index in told {
      guard let change = try? Change(body: transaction.changeBody(at: index)) else { continue }
      sum.add(change, decides: try isDecision(change, at: index))
    }
    let entries = sum.entries.sorted()
    return ChangeReport(
      change: placed.stamp.order.envelope,
      verb: isUndo
        ? ChangeVerb(placed.change, redoes: undos[index].allSatisfy { undos.isUndo($0) })
        : sum.verb,
      of: isUndo && sum.commandCount == 1 ? sum.verb : nil,
      entries: entries,
      title: try entries.first.flatMap { try transaction.view(of: $0)?.title } ?? "",
      fields: sum.fields.sorted(),
      writer: try writers.writer(of: placed.stamp),
      isUndone: undos.isVoid(index))
  }
}

/// What several changes did.
private struct ChangeSum {
  /// The entries that they changed.
  private(set) var entries: Set<EntryID> = []
  /// The names of the fields that they changed.
  private(set) var fields: Set<String> = []
  /// How many commands they are of.
  var commandCount: Int { commands.count + loneCount }
  /// What they did.
  var verb: ChangeVerb {
    verbs.contains(.new) ? .new : verbs.count == 1 ? verbs.first ?? .edit : .edit
  }

  private var verbs: Set<ChangeVerb> = []
  private var commands: Set<String> = []
  private var loneCount = 0

  mutating func add(_ change: Change, decides: Bool) {
    if let mark = CommandMark(change) { commands.insert(mark.name) } else { loneCount += 1 }
    verbs.insert(ChangeVerb(change, decides: decides))
    for block in change.blocks where block.key.entry != .journal {
      entries.insert(block.key.entry)
      fields.insert(block.key.entryField.name.string)
    }
  }
}
