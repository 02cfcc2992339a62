internal import AfterwitText

// Mostly somebody takes back what was done last, and all of it was done by one after another, each on
// the one before. Then no history is needed to tell what stands: what was only written there is taken out
// again where it was put in, or is put in again, the last first or the first first.
//
// It holds where, from the first event on that is or was taken back, each was made on the one before, and
// where behind the first that turns nothing stands beside what turns: so nobody else counts positions in
// what turns, met it, or wrote into it. What was void already when somebody wrote behind it was not there
// for them. In any other case the history is asked.

/// The end of a text of which something is taken back, or brought back.
struct TextEnd {
  /// More changes that are taken back are too many to ask which of them are of the text.
  private static let limit = 64

  let key: FieldKey
  /// What is taken back now.
  let undos: Undos
  /// The changes that stood and are void now, or the other way.
  let turned: Set<Int>

  /// What the text shows once they have turned, or `nil` where its end alone does not tell.
  func text(of field: TextField, on shelf: inout some ChangeShelf) throws -> String? {
    guard field.conflicts.isEmpty, field.standing.isEmpty, field.heads.count == 1,
      let start = (turned + undos.known.filter { undos.isVoid($0) }).min()
    else { return nil }
    let events = try shelf.lastEvents(of: key, from: start)
    let turning = events.filter { turned.contains($0.index) }
    let void = events.filter { event in
      !turned.contains(event.index) && !undos.isUndo(event.index) && undos.isVoid(event.index)
    }
    guard let first = turning.first, turning.count + void.count <= Self.limit,
      turning.allSatisfy({ undos.isVoid($0.index) == undos.isVoid(first.index) }),
      void.allSatisfy({ isGone($0, amid: turning) }),
      areRow(events.drop { !turning.contains($0) && !void.contains($0) }, upTo: field.heads[0]),
      events.allSatisfy({ event in
        event.index < first.index || turning.contains(event) || void.contains(event)
          || undos.isUndo(event.index)
      })
    else { return nil }
    let written = try operations(of: turning, on: &shelf)
    guard try !(written + operations(of: void, on: &shelf)).contains(where: \.isMark) else {
      return nil
    }
    let operations = undos.isVoid(first.index) ? Self.inverted(written) : written
    return operations.flatMap { try? TextHistory.apply($0, to: field.text) }
  }

  private func operations(
    of events: [LastEvent], on shelf: inout some ChangeShelf
  ) throws -> [TextOperation] {
    try events.flatMap { event -> [TextOperation] in
      guard
        case .text(let operations)? = try shelf.change(at: event.index)?.change.operations(on: key)
      else { return [.same] }
      return operations
    }
  }

  /// Whether what is void was void already when what turns behind it was made.
  private func isGone(_ void: LastEvent, amid turning: [LastEvent]) -> Bool {
    guard let next = turning.first(where: { $0.index > void.index }) else { return true }
    return lastTaker(of: void.index) < next.index
  }

  /// The last of the changes that take one back, or those in turn.
  private func lastTaker(of change: Int) -> Int {
    undos.undos(of: change).map { max($0, lastTaker(of: $0)) }.max() ?? change
  }

  /// Whether each event was made on the one before, and the last on all others there are.
  private func areRow(_ events: ArraySlice<LastEvent>, upTo head: TextField.Head) -> Bool {
    events.last?.position == head.position
      && zip(events, events.dropFirst()).allSatisfy { $1.parents == [$0.position] }
  }

  /// What takes out again what operations put in; `nil` where one takes out, since what that was stands
  /// in no operation.
  private static func inverted(_ operations: [TextOperation]) -> [TextOperation]? {
    var inverted: [TextOperation] = []
    for operation in operations.reversed() {
      guard case .insert(let position, let text) = operation else { return nil }
      inverted.append(.delete(position: position, count: text.unicodeScalars.count))
    }
    return inverted
  }
}

extension TextOperation {
  /// Whether it decides about something, or takes out what was written alike.
  fileprivate var isMark: Bool {
    switch self {
    case .answer, .same: true
    case .insert, .delete: false
    }
  }
}
