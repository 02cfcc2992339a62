internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension ReasonReader {
  /// Who wrote a text last, who wrote in it at once, and who decided about it.
  mutating func textReasons(_ key: FieldKey) throws -> [Reason] {
    let places = places(on: key)
    guard let last = places.last else { return [] }
    var found = reason(.last, of: key)
    found.by = try saying(at: history.changes.index(at: last))
    found.tallies = try tallies(places.map { ($0, 1) })
    var reasons = [found]
    let isRow =
      try history.changes.isRow(from: places[0], to: last)
      || shelf.isRow(
        from: history.changes.index(at: places[0]), to: history.changes.index(at: last))
    if !isRow, let meeting = try meeting(of: places) {
      var woven = reason(.woven, of: key)
      woven.by = try meeting.flatMap { try saying(at: $0) }
      woven.review = openReview(of: key, .overlap)
      reasons.append(woven)
    }
    // Where each was made on the one before, nobody decides but whoever came first, of those that are left.
    if let answer = try lastAnswer(among: isRow ? [places[0]] : places, to: key) {
      var decided = reason(.decided, of: key)
      decided.by = try saying(at: answer.stamp.index, Self.words(of: answer, in: key))
      decided.answers = try reviews.answers(of: answer.stamp.index, in: key)
      reasons.append(decided)
    }
    return reasons
  }

  /// The last changes that were made without knowing of each other, as they came; `nil` where all knew.
  private mutating func meeting(of places: [Int]) throws -> [Int]? {
    var heads: [Int] = []
    var meeting: [Int]?
    for place in places {
      let stamp = try history.changes.stamp(at: place)
      let unseen = try heads.filter { try !shelf.isAncestor($0, orEqualToAnyOf: stamp.parents) }
      heads = unseen + [stamp.index]
      if heads.count > 1 { meeting = heads }
    }
    return meeting
  }

  /// The last change that decided about a text.
  private func lastAnswer(among places: [Int], to key: FieldKey) throws -> PlacedChange? {
    for place in places.reversed() {
      let change = try history.changes.change(at: place)
      guard case .text(let operations)? = change.operations(on: key),
        operations.contains(where: { if case .answer = $0 { true } else { false } })
      else { continue }
      return try history.changes.placed(at: place)
    }
    return nil
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
