internal import AfterwitCausality
internal import AfterwitEncoding

/// Two hunks of concurrent events of one zone.
package struct ZonePair: Hashable, Sendable {
  /// The hunk of the event that came first.
  package var left: HunkPlace
  /// The hunk of the later one.
  package var right: HunkPlace
}

/// Hunks of one zone of which each on the left is in conflict with each on the right.
struct ZoneMeeting: Hashable, Sendable {
  /// Those of the events that came first.
  var left: [HunkPlace]
  /// Those of later ones.
  var right: [HunkPlace]
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
    var conflicts: [ZonePair] = []
    var twins: [ZonePair] = []
    var common = SharedVersions()
    guard !hunks(of: event).isEmpty else { return ([], []) }
    for other in concurrent.joined() {
      let version = common.version(of: other, with: parents, in: graph)
      guard !hunks(of: other).isEmpty else { continue }
      look(at: version, in: graph)
      let met = placedChange(event).meetings(with: placedChange(other)) { scalars(at: $0) }
      for (right, left) in met.twins { twins.append(Self.pair(event, right, other, left)) }
      for (right, left) in met.conflicts {
        conflicts.append(Self.pair(event, right, other, left))
      }
    }
    return (conflicts, twins)
  }

  /// An event's hunks where they lie in the version that is looked at.
  mutating func placedChange(_ event: Int) -> PlacedChange {
    if let known = placed[event] { return known }
    let hunks = hunks(of: event).map { PlacedHunk($0, at: place($0)) }
    let found = PlacedChange(hunks, moved: Set(moves(of: event).keys))
    placed[event] = found
    return found
  }

  private static func pair(_ event: Int, _ right: Int, _ other: Int, _ left: Int) -> ZonePair {
    ZonePair(
      left: HunkPlace(event: other, number: left),
      right: HunkPlace(event: event, number: right))
  }

  /// Where an event's hunks lie in the version that is looked at.
  mutating func places(of event: Int) -> [PlacedEdit] {
    placedChange(event).hunks.map(\.place)
  }

  /// Where a hunk lies in the version that is looked at.
  func place(_ hunk: ZoneHunk) -> PlacedEdit {
    let start = shownCount(before: hunk.first)
    let end = shownCount(before: hunk.last) + (isShown(hunk.last) ? 1 : 0)
    let place = start...max(start, end)
    var gaps = hunk.inserted.map { shownCount(before: $0.lowerBound) }
    if gaps.count > 1 { gaps = Set(gaps).sorted() }
    var edit = PlacedEdit(
      place: place, gaps: gaps, text: hunk.text.unicodeScalars, isParagraph: hunk.isParagraph,
      in: window(around: place))
    if let altered = lists(alteredBy: hunk, at: place) { edit.alter(altered) }
    if let gap = gapOfLines(of: hunk) { edit.putLines(at: gap) }
    return edit
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
    var margin = 32
    while true {
      let range = max(0, place.lowerBound - margin)..<min(length, place.upperBound + margin)
      let text = scalars(at: range)
      let before = WindowWalk.count(
        along: text[..<(place.lowerBound - range.lowerBound)].reversed())
      let behind = WindowWalk.count(along: text[(place.upperBound - range.lowerBound)...])
      // One more on each side, for what meets there.
      let start = max(place.lowerBound - before - 1, 0)
      let end = min(place.upperBound + behind + 1, length)
      if range.lowerBound <= start, end <= range.upperBound {
        return TextWindow(
          Array(text[(start - range.lowerBound)..<(end - range.lowerBound)]), startingAt: start)
      }
      margin *= 4
    }
  }
}

/// A walk along a text from the end of a place, until no unit that it has to do with can follow.
private struct WindowWalk {
  private var words = 0
  private var signs = 0
  private var isInWord = false

  /// How many scalars a walk along some goes on to.
  static func count(along scalars: some Sequence<Unicode.Scalar>) -> Int {
    var walk = WindowWalk()
    var count = 0
    for scalar in scalars {
      guard walk.goesOn(to: scalar) else { break }
      count += 1
    }
    return count
  }

  /// Whether the walk goes on to a scalar: not past a line, the third word, or the twelfth sign of a
  /// script without spaces.
  private mutating func goesOn(to scalar: Unicode.Scalar) -> Bool {
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

/// What each of some events, in their order, has in common with one that is concurrent with them.
private struct SharedVersions {
  private var known: [(event: Int, version: [Int])] = []

  /// The heads of what an event and some parents have in common.
  ///
  /// They are those of the event that it was made on, where that one is concurrent too.
  mutating func version(of event: Int, with parents: [Int], in graph: CausalGraph) -> [Int] {
    let theirs = graph.parents(of: event)
    let version =
      (theirs.count == 1 ? known(theirs[0]) : nil) ?? graph.commonAncestors(parents, theirs)
    known.append((event, version))
    return version
  }

  private func known(_ event: Int) -> [Int]? {
    let place = known.partitioningIndex { $0.event >= event }
    return place < known.count && known[place].event == event ? known[place].version : nil
  }
}
