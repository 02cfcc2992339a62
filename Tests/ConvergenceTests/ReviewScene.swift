import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText

/// Devices that write one text: edits as an editor saves them, and answers to what was shown.
struct ReviewScene {
  /// What a person decides about a part.
  enum Outcome: Hashable {
    case side(Int), both, leave, own(String)
  }

  private(set) var history = TextHistory()
  private var numbers: [UInt8: UInt64] = [:]

  var events: [TextEvent] { Array(history.events) }

  /// The name of a hunk of an event.
  func hunk(_ event: Int, _ number: Int = 0) -> HunkID {
    HunkID(envelope: events[event].order.envelope, number: number)
  }

  /// The reviews that a device shows which holds a version.
  func reviews(at version: [Int]? = nil) -> ReferenceReviews {
    guard let version else { return ReferenceReviews(events: events) }
    return ReferenceReviews(events: knownEvents(at: version))
  }

  /// Saves a text over the one that a version shows.
  @discardableResult
  mutating func save(
    by device: UInt8, after version: [Int], _ text: String, answering hunks: [HunkID] = []
  ) throws -> Int {
    let edits = TextDifference.operations(from: history.text(at: version), to: text)
    return try record(
      by: device, after: version, (hunks.isEmpty ? [] : [.answer(hunks.sorted())]) + edits)
  }

  /// Answers a part as it is shown at a version.
  @discardableResult
  mutating func answer(
    by device: UInt8, after version: [Int], _ outcome: Outcome, part number: Int = 0
  ) throws -> Int {
    let part = reviews(at: version).parts.filter { !$0.isHidden }[number]
    return try answer(by: device, after: version, outcome, about: part)
  }

  /// Answers a part that was shown at a version.
  @discardableResult
  mutating func answer(
    by device: UInt8, after version: [Int], _ outcome: Outcome, about part: ReferencePart
  ) throws -> Int {
    let words: String
    switch outcome {
    case .side(let side): words = part.shownWords[side % part.shownWords.count]
    case .both:
      let isOfLines = part.shownWords.contains { $0.unicodeScalars.contains("\n") }
      words = part.shownWords.joined(separator: isOfLines ? "\n" : " ")
    case .leave: words = part.currentWords
    case .own(let text): words = text
    }
    let edits = TextDifference.operations(from: part.currentWords, to: words).map {
      edit -> TextOperation in
      switch edit {
      case .insert(let position, let text):
        .insert(position: position + part.currentRange.lowerBound, text: text)
      case .delete(let position, let count):
        .delete(position: position + part.currentRange.lowerBound, count: count)
      case .answer, .same: edit
      }
    }
    return try record(by: device, after: version, [.answer(part.hunks)] + edits)
  }

  /// Takes out what two twins wrote alike; nothing where they are not both shown whole.
  @discardableResult
  mutating func clean(by device: UInt8, after version: [Int]) throws -> Int? {
    let reviews = reviews(at: version)
    let shown = reviews.shown(at: Set(reviews.events.indices))
    for twins in reviews.twins.sorted() {
      let hunks = [twins.first, twins.second].compactMap { reviews.hunk($0) }
      guard hunks.allSatisfy({ $0.inserted.allSatisfy(shown.contains) }) else { continue }
      let later = hunks.max { $0.inserted[0] < $1.inserted[0] }?.inserted ?? []
      let places = later.compactMap { shown.firstIndex(of: $0) }
      let deletions = places.reversed().map { TextOperation.delete(position: $0, count: 1) }
      return try record(by: device, after: version, [.same] + deletions)
    }
    return nil
  }

  /// Adds an event of given operations.
  @discardableResult
  mutating func record(
    by device: UInt8, after version: [Int], _ operations: [TextOperation],
    envelope: EnvelopeID? = nil
  ) throws -> Int {
    numbers[device, default: 0] += 1
    let bytes = [UInt8](repeating: UInt8(events.count % 255) + 1, count: 32)
    let order = TextOrder(
      device: DeviceID([UInt8](repeating: device, count: 32)) ?? .zero,
      number: numbers[device] ?? 0, envelope: envelope ?? EnvelopeID(bytes) ?? .zero)
    try history.append(
      TextEvent(order: order, parents: history.graph.maximal(version), operations: operations))
    return events.count - 1
  }

  /// The events of a version, with parents counted among them.
  private func knownEvents(at version: [Int]) -> [TextEvent] {
    let known = events.indices.filter { history.graph.isAncestor($0, orEqualToAnyOf: version) }
    return known.map { index in
      var event = events[index]
      event.parents = event.parents.compactMap { known.firstIndex(of: $0) }
      return event
    }
  }
}
