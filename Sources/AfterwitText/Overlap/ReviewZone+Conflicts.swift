internal import AfterwitCausality

/// Two hunks of concurrent events of one zone.
package struct ZonePair: Hashable, Sendable {
  /// A hunk by its event and its number there.
  package struct End: Hashable, Sendable {
    package var event: Int
    package var number: Int
  }

  /// The hunk of the event that came first.
  package var left: End
  /// The hunk of the later one.
  package var right: End
}

extension ReviewZone {
  /// What an event's hunks meet in those of concurrent events.
  ///
  /// - Parameters:
  ///   - event: an event that was taken in.
  ///   - concurrent: the events before it that are none of its ancestors.
  mutating func meetings(
    of event: Int, parents: [Int], with concurrent: [Range<Int>], in graph: CausalGraph
  ) -> (conflicts: [ZonePair], twins: [ZonePair]) {
    let own = hunks(of: event)
    var conflicts: [ZonePair] = []
    var twins: [ZonePair] = []
    var common: [Int: [Int]] = [:]
    guard !own.isEmpty else { return ([], []) }
    for other in concurrent.joined() {
      let theirs = graph.parents(of: other)
      // The common ancestors are those of the event before, where that one is concurrent too.
      let version =
        (theirs.count == 1 ? common[theirs[0]] : nil) ?? graph.commonAncestors(parents, theirs)
      common[other] = version
      guard !hunks(of: other).isEmpty else { continue }
      look(at: version, in: graph)
      let pair = (Placed(own, places(of: event)), Placed(hunks(of: other), places(of: other)))
      for (right, left) in pair.0.twins(in: pair.1) {
        twins.append(Self.pair(event, right, other, left))
      }
      for (right, left) in pair.0.conflicts(with: pair.1) {
        conflicts.append(Self.pair(event, right, other, left))
      }
    }
    return (conflicts, twins)
  }

  private static func pair(_ event: Int, _ right: Int, _ other: Int, _ left: Int) -> ZonePair {
    ZonePair(
      left: ZonePair.End(event: other, number: left),
      right: ZonePair.End(event: event, number: right))
  }

  /// Where an event's hunks lie in the version that is looked at.
  mutating func places(of event: Int) -> [PlacedHunk] {
    if let known = placed[event] { return known }
    let found = hunks(of: event).map { place($0) }
    placed[event] = found
    return found
  }

  func place(_ hunk: ZoneHunk) -> PlacedHunk {
    let start = shownCount(before: hunk.first)
    let end = shownCount(before: hunk.last) + (isShown(hunk.last) ? 1 : 0)
    let gaps = hunk.inserted.map { shownCount(before: $0.lowerBound) }
    var placed = PlacedHunk(place: start...max(start, end), gaps: Array(Set(gaps)).sorted())
    guard !hunk.isParagraph else { return placed }
    let tokens = tokens(around: placed.place)
    let touched = tokens.touched(by: placed.place)
    placed.touched = tokens.stretch(touched)
    placed.reach = tokens.stretch(tokens.withNeighbours(touched))
    return placed
  }

  /// The tokens from some before a place to some behind it: at least all that it touches, and two
  /// neighbours on each side.
  private func tokens(around place: ClosedRange<Int>) -> Tokens {
    var start = place.lowerBound
    var words = Words()
    while start > 0, let before = scalars(at: start - 1..<start).first, words.goOn(to: before) {
      start -= 1
    }
    var end = place.upperBound
    words = Words()
    while let behind = scalars(at: end..<end + 1).first, words.goOn(to: behind) {
      end += 1
    }
    return Tokens(scalars(at: start..<end), startingAt: start)
  }

  /// Counts the words that a walk along a text has passed.
  private struct Words {
    private var count = 0
    private var isInWord = false

    /// Whether the walk goes on to a scalar: not past punctuation, nor to the fourth word.
    mutating func goOn(to scalar: Unicode.Scalar) -> Bool {
      switch ScalarClass(scalar) {
      case .none: return false
      case .space:
        isInWord = false
        return count < 4
      case .alone:
        count += 1
        isInWord = true
      default:
        if !isInWord { count += 1 }
        isInWord = true
      }
      return true
    }
  }
}
