internal import AfterwitCausality

/// Two hunks of concurrent events of one zone.
package struct ZonePair: Hashable, Sendable {
  /// A hunk by its event and its number there.
  package struct End: Hashable, Comparable, Sendable {
    package var event: Int
    package var number: Int

    package static func < (left: Self, right: Self) -> Bool {
      (left.event, left.number) < (right.event, right.number)
    }
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
      let pair = (placedChange(event), placedChange(other))
      for (right, left) in pair.0.twins(in: pair.1) {
        twins.append(Self.pair(event, right, other, left))
      }
      for (right, left) in pair.0.conflicts(with: pair.1, in: { scalars(at: $0) }) {
        conflicts.append(Self.pair(event, right, other, left))
      }
    }
    return (conflicts, twins)
  }

  private mutating func placedChange(_ event: Int) -> PlacedChange {
    PlacedChange(hunks(of: event), places(of: event), moved: Set(moves(of: event).keys))
  }

  private static func pair(_ event: Int, _ right: Int, _ other: Int, _ left: Int) -> ZonePair {
    ZonePair(
      left: ZonePair.End(event: other, number: left),
      right: ZonePair.End(event: event, number: right))
  }

  /// Where an event's hunks lie in the version that is looked at.
  mutating func places(of event: Int) -> [PlacedEdit] {
    if let known = placed[event] { return known }
    let found = hunks(of: event).map { place($0) }
    placed[event] = found
    return found
  }

  /// Where a hunk lies in the version that is looked at.
  func place(_ hunk: ZoneHunk) -> PlacedEdit {
    let start = shownCount(before: hunk.first)
    let end = shownCount(before: hunk.last) + (isShown(hunk.last) ? 1 : 0)
    let place = start...max(start, end)
    let gaps = hunk.inserted.map { shownCount(before: $0.lowerBound) }
    return PlacedEdit(
      place: place, gaps: Array(Set(gaps)).sorted(), text: hunk.text.unicodeScalars,
      isParagraph: hunk.isParagraph, in: window(around: place)
    ).altering(lists(alteredBy: hunk, at: place)).puttingLines(at: gapOfLines(of: hunk))
  }

  /// Where a hunk puts lines in behind another line; `nil` for any other hunk.
  ///
  /// That is before what follows them, for what the end of that line was replaced by may stand before
  /// what was there.
  private func gapOfLines(of hunk: ZoneHunk) -> Int? {
    guard hunk.isParagraph, hunk.text.unicodeScalars.first?.isLineEnd ?? false,
      hunk.text.unicodeScalars.last != "\n"
    else { return nil }
    return hunk.support.map { shownCount(before: $0.lineFeed) } ?? length
  }

  /// The text from some units before a place to some behind it: at least all that it touches, and
  /// their neighbours.
  private func window(around place: ClosedRange<Int>) -> TextWindow {
    var start = place.lowerBound
    var walk = WindowWalk()
    while start > 0, let before = scalars(at: start - 1..<start).first, walk.goesOn(to: before) {
      start -= 1
    }
    var end = place.upperBound
    walk = WindowWalk()
    while let behind = scalars(at: end..<end + 1).first, walk.goesOn(to: behind) {
      end += 1
    }
    // One more on each side, for what meets there.
    let whole = max(start - 1, 0)..<min(end + 1, length)
    return TextWindow(scalars(at: whole), startingAt: whole.lowerBound)
  }
}

/// A walk along a text from the end of a place, until no unit that it has to do with can follow.
private struct WindowWalk {
  private var words = 0
  private var signs = 0
  private var isInWord = false

  /// Whether the walk goes on to a scalar: not past a line, the third word, or the twelfth sign of a
  /// script without spaces.
  mutating func goesOn(to scalar: Unicode.Scalar) -> Bool {
    switch ScalarClass(scalar) {
    case .space where scalar.isSpaceOfNumbers: return words < 4
    case .space:
      isInWord = false
      return words < 3
    case .none where scalar.isWhite: return false
    case .alone, .syllable:
      signs += 1
      return signs < 12
    default:
      if !isInWord { words += 1 }
      isInWord = true
      return words < 4
    }
  }
}
