internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitTestRandomness

/// What a person decides about a review, and what must come of it.
struct Choice: Sendable {
  /// What must stand after a decision.
  enum Result: Hashable, Sendable {
    /// The decision cannot be meant.
    case refused
    /// The whole text or value of the field.
    case stands(String)
    /// Whether the entry is hidden.
    case hidden(Bool)
  }

  /// What is typed where a field takes few values.
  private static let typedValues = ["mood": "3", "done": "true"]

  /// The review as the person looked at it.
  let review: Review
  /// The parts that are decided.
  let parts: [Review.Part]
  /// The part that is named, or `nil` for all that are open.
  let part: Int?
  let answer: ReviewAnswer
  /// Whether an edit that was made over the sides may go.
  let replacesEdits: Bool

  /// Draws one of all forms.
  init(about review: Review, typing: inout Typing, using random: inout SeededGenerator) {
    let isPart = review.parts.count > 1 && Bool.random(using: &random)
    let named = isPart ? review.parts.randomElement(using: &random) : nil
    part = named?.number
    self.review = review
    parts = named.map { [$0] } ?? review.parts
    replacesEdits = Bool.random(using: &random)
    switch Int.random(in: 0..<11, using: &random) {
    case 0: answer = .mine
    case 1: answer = .theirs
    case 2, 3: answer = .side(Int.random(in: 1...3, using: &random))
    case 4: answer = .both
    case 5: answer = .base
    case 6: answer = .current
    case 7: answer = .keep
    case 8: answer = .remove
    default:
      switch review.kind {
      case .overlap:
        let text = typing.edited(review.parts.first?.current ?? "", using: &random)
        answer = .text(text.isEmpty ? "quagga" : text)
      case .value: answer = .text(Self.typedValues[review.field] ?? typing.run(using: &random).text)
      case .deletion: answer = .side(1)
      }
    }
  }

  /// The name by which a person names it.
  var name: String { review.id.text + (part.map { ".\($0)" } ?? "") }

  /// What must stand, where the review is still as it was looked at.
  var result: Result {
    switch review.kind {
    case .overlap: text
    case .value: value
    case .deletion: presence
    }
  }

  private var text: Result {
    if case .text(let text) = answer { return .stands(text) }
    if answer == .current { return .stands(parts.first?.current ?? "") }
    guard replacesEdits || !parts.contains(where: \.isEdited) else { return .refused }
    var scalars = Array((parts.first?.current ?? "").unicodeScalars)
    for part in parts.reversed() {
      guard let words = words(of: part) else { return .refused }
      let start = part.currentRegionStart
      let count = (part.currentRegion ?? "").unicodeScalars.count
      scalars.replaceSubrange(start..<start + count, with: words.unicodeScalars)
    }
    return .stands(String(String.UnicodeScalarView(scalars)))
  }

  private func words(of part: Review.Part) -> String? {
    switch answer {
    case .base: return part.baseRegion ?? ""
    case .current, .text: return part.currentRegion ?? ""
    case .both: return part.together
    case .mine, .theirs, .side: return side(of: part).map { $0.region ?? "" }
    case .keep, .remove: return removal(in: part)
    }
  }

  /// What keeping or removing leaves of a place that one of two sides emptied.
  private func removal(in part: Review.Part) -> String? {
    let words = part.sides.map { $0.region ?? "" }
    let kept = words.filter { !$0.allSatisfy(\.isWhitespace) }
    let isBlank = part.baseRegion?.allSatisfy(\.isWhitespace) ?? true
    guard words.count == 2, kept.count == 1, !isBlank else { return nil }
    return answer == .keep ? kept[0] : words.first { $0 != kept[0] }
  }

  private var value: Result {
    guard let part = parts.first else { return .refused }
    switch answer {
    case .base: return .stands(part.base ?? "")
    case .current: return .stands(part.current ?? "")
    case .text(let text): return .stands(Typing.kept(text))
    case .both:
      return review.field == "title"
        ? .stands(part.sides.compactMap(\.text).joined(separator: " / ")) : .refused
    case .mine, .theirs, .side: return side(of: part).map { .stands($0.text ?? "") } ?? .refused
    case .keep, .remove: return .refused
    }
  }

  private var presence: Result {
    switch answer {
    case .base, .current, .keep: return .hidden(false)
    case .remove: return .hidden(true)
    case .both, .text: return .refused
    case .mine, .theirs, .side:
      return parts.first.flatMap { side(of: $0) }.map { .hidden($0.number == 1) }
        ?? .refused
    }
  }

  private func side(of part: Review.Part) -> Review.Side? {
    if case .side(let number) = answer { return part.sides.first { $0.number == number } }
    let mine = part.sides.filter(\.isLocal)
    let theirs = part.sides.filter { !$0.isLocal }
    guard mine.count == 1, theirs.count == 1 else { return nil }
    return answer == .mine ? mine[0] : theirs[0]
  }
}
