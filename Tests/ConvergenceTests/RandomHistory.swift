import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText

/// An event whose parents are places in its history.
struct HistoryEvent {
  var event: TextEvent
  /// The text that the author's replica showed when the event was made.
  var textBefore: String
}

/// Several replicas that edit one text and now and then merge, all from one seed.
struct RandomHistory {
  /// What the replicas like to do.
  enum Habit: CaseIterable {
    case scattered, oneGap, backwards, deleting, mixed, onwards
  }

  private struct Replica {
    var text = TextHistory()
    var device: UInt8
    var number: UInt64 = 0
    /// Where the last insertion ended.
    var caret = 0
    /// For each local event, its place in the history.
    var places: [Int] = []
  }

  private(set) var events: [HistoryEvent] = []
  /// What each replica shows at the end, with the version it holds.
  private(set) var endings: [(version: [Int], text: String)] = []
  private var replicas: [Replica]
  private var random: SeededGenerator
  private let habit: Habit
  private let isEveryScalarNew: Bool
  private var inserted: UInt32 = 0

  init(seed: UInt64, isEveryScalarNew: Bool = false, steps: ClosedRange<Int> = 4...28) throws {
    random = SeededGenerator(seed: seed)
    self.isEveryScalarNew = isEveryScalarNew
    habit = Habit.allCases.randomElement(using: &random) ?? .mixed
    let count = Int.random(in: 2...5, using: &random)
    let isForked = Int.random(in: 0..<8, using: &random) == 0
    replicas = (0..<count).map { Replica(device: isForked ? 7 : UInt8($0 * 31)) }
    replicas.shuffle(using: &random)
    for _ in 0..<Int.random(in: steps, using: &random) {
      let author = replicas.indices.randomElement(using: &random) ?? 0
      if Int.random(in: 0..<4, using: &random) == 0 {
        try merge(from: replicas.indices.randomElement(using: &random) ?? 0, into: author)
      } else {
        try edit(author)
      }
    }
    for replica in replicas {
      endings.append((replica.text.graph.frontier.map { replica.places[$0] }, replica.text.text))
    }
  }

  /// All events in a random order in which parents come first, with parents in that order.
  func admission(using random: inout SeededGenerator) -> (order: [Int], events: [TextEvent]) {
    var waiting = Array(events.indices)
    var order: [Int] = []
    var places: [Int: Int] = [:]
    var admitted: [TextEvent] = []
    let reach = Int.random(in: 1...waiting.count + 1, using: &random)
    while !waiting.isEmpty {
      let ready = waiting.indices.filter { index in
        events[waiting[index]].event.parents.allSatisfy { places[$0] != nil }
      }
      guard let pick = ready.prefix(reach).randomElement(using: &random) else { break }
      let chosen = waiting.remove(at: pick)
      var event = events[chosen].event
      event.parents = event.parents.compactMap { places[$0] }.sorted()
      places[chosen] = admitted.count
      order.append(chosen)
      admitted.append(event)
    }
    return (order, admitted)
  }

  private mutating func merge(from source: Int, into target: Int) throws {
    for (local, place) in replicas[source].places.enumerated()
    where !replicas[target].places.contains(place) {
      var event = replicas[source].text.events[local]
      event.parents = events[place].event.parents.compactMap {
        replicas[target].places.firstIndex(of: $0)
      }.sorted()
      try replicas[target].text.append(event)
      replicas[target].places.append(place)
    }
  }

  private mutating func edit(_ author: Int) throws {
    let before = replicas[author].text.text
    let operations = operations(
      length: before.unicodeScalars.count, caret: replicas[author].caret)
    if case .insert(let position, let text) = operations.last {
      replicas[author].caret = position + text.unicodeScalars.count
    }
    replicas[author].number += 1
    let event = TextEvent(
      order: order(of: replicas[author]), parents: replicas[author].text.graph.frontier,
      operations: operations)
    try replicas[author].text.append(event)
    var placed = event
    placed.parents = event.parents.map { replicas[author].places[$0] }.sorted()
    replicas[author].places.append(events.count)
    events.append(HistoryEvent(event: placed, textBefore: before))
  }

  private mutating func order(of replica: Replica) -> TextOrder {
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
    let device = [UInt8](repeating: replica.device, count: 32)
    return TextOrder(
      device: DeviceID(device) ?? .zero, number: replica.number,
      envelope: EnvelopeID(bytes) ?? .zero)
  }

  private mutating func operations(length: Int, caret: Int) -> [TextOperation] {
    var length = length
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let operation = operation(length: length, caret: caret)
      switch operation {
      case .insert(_, let text): length += text.unicodeScalars.count
      case .delete(_, let count): length -= count
      case .answer, .same: break
      }
      return operation
    }
  }

  private mutating func operation(length: Int, caret: Int) -> TextOperation {
    let deletes = habit == .deleting ? 6 : habit == .onwards ? 1 : 3
    if length > 0, Int.random(in: 0..<10, using: &random) < deletes {
      let position = Int.random(in: 0..<length, using: &random)
      let count = Int.random(in: 0...min(length - position, 6), using: &random)
      return .delete(position: position, count: count)
    }
    let position =
      switch habit {
      case .oneGap: min(length, 3)
      case .onwards: min(length, Int.random(in: 0...2, using: &random) + caret)
      case .backwards: min(length, Int.random(in: 0...1, using: &random))
      case .scattered, .deleting: Int.random(in: 0...length, using: &random)
      case .mixed:
        Bool.random(using: &random) ? length / 2 : Int.random(in: 0...length, using: &random)
      }
    let count = habit == .backwards || habit == .onwards ? 1 : Int.random(in: 0...5, using: &random)
    return .insert(position: position, text: text(count: count))
  }

  private mutating func text(count: Int) -> String {
    let alphabet = "abcdefgh é\u{301}\u{308}漢字かな👍🏽👩\u{200d}🇩🇪\r\n"
    // The first and the last of each length in UTF-8, and one of each plane that has any.
    let others =
      "\0\u{7f}\u{80}\u{7ff}\u{800}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}"
      + "λжعक\u{20bb7}\u{323af}\u{e0041}\u{f0000}"
    let scalars = Array((alphabet + alphabet + others).unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<count {
      inserted += 1
      let unique = Unicode.Scalar(0xF0000 + inserted)
      let scalar = scalars.randomElement(using: &random)
      view.append((isEveryScalarNew ? unique : scalar) ?? "?")
    }
    return String(view)
  }
}
