import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText

/// Devices that write one text: edits as an editor saves them, and answers to what was shown.
struct ReviewScene {
  /// What a person decides about a part.
  enum Outcome: Hashable {
    case side(Int), base, both, leave, own(String)

    /// The words that it puts in the place of a part.
    func words(about part: ReferencePart) -> String {
      switch self {
      case .side(let side): part.shownWords[side % part.shownWords.count]
      case .base: part.baseWords
      case .both: part.woven
      case .leave: part.words
      case .own(let text): text
      }
    }
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

  /// What a person is shown at a version.
  func shown(at version: [Int]) throws -> ShownText {
    var known = TextHistory()
    for event in knownEvents(at: version) { try known.append(event) }
    var reviews = TextReviews(known)
    let conflicts = reviews.meetings().conflicts
    return ShownText(given: known.text, standing: reviews.standing(amid: conflicts))
  }

  /// Saves a text over the one that is shown at a version.
  @discardableResult
  mutating func save(
    by device: UInt8, after version: [Int], _ text: String, answering hunks: [HunkID] = []
  ) throws -> Int {
    let edits = TextDifference.operations(from: try shown(at: version), to: text)
    return try record(
      by: device, after: version, (hunks.isEmpty ? [] : [.answer(hunks.sorted())]) + edits)
  }

  /// Answers a part as it is shown at a version.
  @discardableResult
  mutating func answer(
    by device: UInt8, after version: [Int], _ outcome: Outcome, part number: Int = 0
  ) throws -> Int {
    let part = reviews(at: version).parts.filter(\.isOpen)[number]
    return try answer(by: device, after: version, outcome, about: part)
  }

  /// Answers a part that was shown at a version: all that stands in its place goes, and the words
  /// that are chosen are written.
  @discardableResult
  mutating func answer(
    by device: UInt8, after version: [Int], _ outcome: Outcome, about part: ReferencePart
  ) throws -> Int {
    let words = outcome.words(about: part)
    var operations: [TextOperation] = [.answer(part.hunks)]
    if !part.place.isEmpty {
      operations.append(.delete(position: part.place.lowerBound, count: part.place.count))
    }
    if !words.isEmpty {
      operations.append(.insert(position: part.place.lowerBound, text: words))
    }
    return try record(by: device, after: version, operations)
  }

  /// Takes out what two twins wrote alike; nothing where they are not both shown whole.
  @discardableResult
  mutating func clean(by device: UInt8, after version: [Int]) throws -> Int? {
    let reviews = reviews(at: version)
    let shown = reviews.shown(at: Set(reviews.events.indices))
    for twins in reviews.twins.sorted() {
      let places = reviews.removal(ofTwins: twins).compactMap { shown.firstIndex(of: $0) }
      if places.isEmpty { continue }
      let deletions = places.reversed().map { TextOperation.delete(position: $0, count: 1) }
      return try record(by: device, after: version, [.same] + deletions)
    }
    return nil
  }

  /// Takes back what some events did.
  @discardableResult
  mutating func undo(
    by device: UInt8, after version: [Int], _ undone: [Int], envelope: EnvelopeID? = nil
  ) throws -> Int {
    try record(by: device, after: version, [], undone: undone, envelope: envelope)
  }

  /// Adds an event of given operations.
  @discardableResult
  mutating func record(
    by device: UInt8, after version: [Int], _ operations: [TextOperation], undone: [Int] = [],
    envelope: EnvelopeID? = nil
  ) throws -> Int {
    numbers[device, default: 0] += 1
    let bytes = [UInt8](repeating: UInt8(events.count % 255) + 1, count: 32)
    let order = TextOrder(
      device: DeviceID([UInt8](repeating: device, count: 32)) ?? .zero,
      number: numbers[device] ?? 0, envelope: envelope ?? EnvelopeID(bytes) ?? .zero)
    try history.append(
      TextEvent(
        order: order, parents: history.graph.maximal(version), operations: operations,
        undone: undone))
    return events.count - 1
  }

  /// The events of a version, with parents counted among them.
  private func knownEvents(at version: [Int]) -> [TextEvent] {
    events.only(
      events.indices.filter { history.graph.isAncestor($0, orEqualToAnyOf: version) })
  }
}

extension [TextEvent] {
  /// Some events in this order, parents first, named by their places there.
  func only(_ known: [Int]) -> [TextEvent] {
    let places = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
    return known.map { index in
      var event = self[index]
      event.parents = event.parents.compactMap { places[$0] }.sorted()
      event.undone = event.undone.compactMap { places[$0] }.sorted()
      return event
    }
  }
}
