internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension ReasonReader {
  /// Who wrote a text last, who wrote in it at once, and who decided about it.
  mutating func textReasons(_ key: FieldKey) throws -> [Reason] {
    let events = standing(on: key)
    guard let last = events.last else { return [] }
    var found = reason(.last, of: key)
    found.by = saying(at: last.stamp.index)
    found.tallies = tallies(events.map { ($0.stamp.index, 1) })
    var reasons = [found]
    if let meeting = try meeting(of: events) {
      var woven = reason(.woven, of: key)
      woven.by = meeting.flatMap { saying(at: $0) }
      woven.review = openReview(of: key, .overlap)
      reasons.append(woven)
    }
    if let answer = events.last(where: { Self.isAnswer($0, to: key) }) {
      var decided = reason(.decided, of: key)
      decided.by = saying(at: answer.stamp.index, Self.words(of: answer, in: key))
      reasons.append(decided)
    }
    return reasons
  }

  /// The last changes that were made without knowing of each other, as they came; `nil` where all knew.
  private mutating func meeting(of events: [PlacedChange]) throws -> [Int]? {
    var heads: [Int] = []
    var meeting: [Int]?
    for placed in events {
      let unseen = try heads.filter { try !isSeen($0, by: placed) }
      heads = unseen + [placed.stamp.index]
      if heads.count > 1 { meeting = heads }
    }
    return meeting
  }

  private static func isAnswer(_ placed: PlacedChange, to key: FieldKey) -> Bool {
    guard case .text(let operations)? = placed.change.operations(on: key) else { return false }
    return operations.contains { if case .answer = $0 { true } else { false } }
  }

  /// The words that a change put in.
  private static func words(of placed: PlacedChange, in key: FieldKey) -> String? {
    guard case .text(let operations)? = placed.change.operations(on: key) else { return nil }
    let words = operations.compactMap { operation -> String? in
      if case .insert(_, let text) = operation { text } else { nil }
    }
    return words.isEmpty ? nil : words.joined(separator: " … ")
  }
}
