internal import AfterwitCausality
internal import AfterwitEncoding

/// All that reviews ask of one text: its conflicts, and the parts that wait for a decision.
///
/// It replays the whole history, so it serves where a review is looked at or has changed; what a
/// merge finds as it goes is found by ``FieldHistory``.
/// - Complexity: that of replaying the history.
public struct TextReviews: Sendable {
  /// Two hunks that met.
  public struct Pair: Hashable, Sendable {
    /// The hunk of the change that comes first in the history.
    public let left: HunkID
    /// The hunk of the later one.
    public let right: HunkID

    /// A pair of given parts.
    public init(left: HunkID, right: HunkID) {
      self.left = left
      self.right = right
    }
  }

  /// Hunks of which each on the left met each on the right.
  public struct Meeting: Hashable, Sendable {
    /// Those of the changes that come first in the history.
    public let left: [HunkID]
    /// Those of later ones.
    public let right: [HunkID]

    /// A meeting of given parts.
    public init(left: [HunkID], right: [HunkID]) {
      self.left = left
      self.right = right
    }

    /// Two hunks that met.
    public init(_ pair: Pair) { self.init(left: [pair.left], right: [pair.right]) }
  }

  let history: TextHistory
  var zone: ReviewZone

  /// Replays a history.
  public init(_ history: TextHistory) {
    self.history = history
    zone = ReviewZone(base: [], text: [])
    var graph = CausalGraph()
    for event in history.events {
      zone.append(event, in: graph)
      graph.append(parents: event.parents)
    }
  }

  /// All conflicts that no answer settles which still stands, and all twins, found anew.
  public mutating func meetings() -> (conflicts: [Pair], twins: [Pair]) {
    var conflicts: [ZonePair] = []
    var twins: [ZonePair] = []
    var graph = CausalGraph()
    for (index, event) in history.events.enumerated() {
      let concurrent = graph.difference(graph.frontier, event.parents).onlyA
      let found = zone.meetings(
        of: index, parents: event.parents, with: concurrent, in: history.graph)
      conflicts += found.conflicts
      twins += found.twins
      graph.append(parents: event.parents)
      for named in answers(of: index) {
        conflicts.removeAll { pair in
          [pair.left, pair.right].allSatisfy { end in
            named.contains(id(of: end))
              && graph.isAncestor(end.event, orEqualToAnyOf: event.parents)
          }
        }
      }
    }
    return (conflicts.map { self.pair($0) }, twins.map { self.pair($0) })
  }

  /// The parts that unsettled conflicts make, by their places in the text; those that ask nobody as
  /// well.
  public mutating func parts(of conflicts: [Pair]) -> [TextPart] {
    parts(of: conflicts.map(Meeting.init))
  }

  /// The same of conflicts that stand together.
  public mutating func parts(of conflicts: [Meeting]) -> [TextPart] {
    let found = zone.parts(of: zoneMeetings(conflicts), in: history.graph)
    return found.map { described($0) }.sorted { left, right in
      let (first, second) = (firstItem(of: left), firstItem(of: right))
      return first == second
        ? left.hunks[0] < right.hunks[0] : zone.tracker.spans.isBefore(first, second)
    }
  }

  /// What stands of the text where unsettled conflicts are, ascending.
  public mutating func standing(amid conflicts: [Pair]) -> [StandingWords] {
    standing(amid: conflicts.map(Meeting.init))
  }

  /// The same of conflicts that stand together.
  public mutating func standing(amid conflicts: [Meeting]) -> [StandingWords] {
    zone.parts(of: zoneMeetings(conflicts), in: history.graph).map { part in
      StandingWords(
        place: part.current, words: String(String.UnicodeScalarView(part.words)),
        hunks: part.hunks.map { id(of: $0) }.sorted(), isOpen: part.isOpen)
    }.sorted { ($0.place.lowerBound, $0.hunks[0]) < ($1.place.lowerBound, $1.hunks[0]) }
  }

  /// Whether a hunk was taken back, and nobody who wrote into it keeps it.
  public func isVoid(_ hunk: HunkID) -> Bool { end(hunk).map { zone.isVoid($0) } ?? false }

  /// The events that keep something of one that is taken back, by having written into it, ascending.
  public func keepers(of event: Int) -> [Int] {
    guard zone.tracker.undos.isVoid(event) else { return [] }
    let hunks = (zone.tracker.written[event] ?? [:]).values
    return Set(hunks.flatMap(\.writers).filter { !zone.isVoid($0) }.map(\.event)).sorted()
  }

  /// What each answer of an event names that is not void; one of whose names none counts makes no hunk.
  private func answers(of index: Int) -> [Set<HunkID>] {
    let event = history.events[index]
    let hunks = zone.hunks(of: index)
    var places = hunks.indices.filter { hunks[$0].isAnswer }[...]
    var found: [Set<HunkID>] = []
    for case .answer(let names) in event.operations {
      let counts = names.contains { name in
        end(name).map { history.graph.isAncestor($0.event, orEqualToAnyOf: event.parents) } ?? false
      }
      guard counts, let number = places.popFirst(),
        !zone.isVoid(HunkPlace(event: index, number: number))
      else { continue }
      found.append(Set(names))
    }
    return found
  }

  private func zoneMeetings(_ conflicts: [Meeting]) -> [ZoneMeeting] {
    conflicts.map { meeting in
      ZoneMeeting(
        left: meeting.left.compactMap { end($0) }, right: meeting.right.compactMap { end($0) })
    }
  }
}

extension TextReviews {
  private func id(of end: HunkPlace) -> HunkID {
    HunkID(envelope: history.events.order(of: end.event).envelope, number: end.number)
  }

  func pair(_ pair: ZonePair) -> Pair {
    Pair(left: id(of: pair.left), right: id(of: pair.right))
  }

  func end(_ id: HunkID) -> HunkPlace? {
    guard let event = zone.event(in: id.envelope), id.number < zone.hunks(of: event).count else {
      return nil
    }
    return HunkPlace(event: event, number: id.number)
  }

  private func firstItem(of part: TextPart) -> ScalarNumber {
    let items = part.hunks.compactMap { end($0) }.map { zone.hunks(of: $0.event)[$0.number].first }
    return items.dropFirst().reduce(items[0]) { zone.tracker.spans.isBefore($1, $0) ? $1 : $0 }
  }

  private mutating func described(_ part: ZonePart) -> TextPart {
    var shown: [TextPart.Side] = []
    for side in part.sides {
      let passage = passage(of: part.region, at: [side])
      let same = shown.firstIndex { other in
        other.passage.words.unicodeScalars.elementsEqual(passage.words.unicodeScalars)
      }
      if let same {
        shown[same].events.append(side)
      } else {
        shown.append(TextPart.Side(events: [side], passage: passage))
      }
    }
    return TextPart(
      hunks: part.hunks.map { id(of: $0) }.sorted(), sides: shown,
      base: passage(of: part.region, at: part.base), place: part.current,
      words: String(String.UnicodeScalarView(part.words)),
      woven: String(String.UnicodeScalarView(part.woven)), isOpen: part.isOpen,
      isEdited: part.isEdited)
  }

  private mutating func passage(
    of region: ReviewZone.Region, at version: [Int]
  ) -> TextPart.Passage {
    zone.look(at: version, in: history.graph)
    let text = String(String.UnicodeScalarView(zone.scalars(at: 0..<zone.length)))
    return TextPart.Passage(text: text, region: zone.positions(of: region))
  }
}

/// One place of a text that waits for a decision, or would if it were not hidden.
public struct TextPart: Hashable, Sendable {
  /// A text, and where in it the words in dispute stand.
  public struct Passage: Hashable, Sendable {
    /// The whole text.
    public let text: String
    /// The positions of the region, in scalars.
    public let region: Range<Int>

    /// The words of the region.
    public var words: String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text.unicodeScalars.dropFirst(region.lowerBound).prefix(region.count))
      return String(view)
    }
  }

  /// A version that a person may take.
  public struct Side: Hashable, Sendable {
    /// The indices of its events in the history: those that show the same words, the first in order
    /// first.
    public internal(set) var events: [Int]
    /// Its text.
    public let passage: Passage
  }

  /// The hunks, ascending.
  public let hunks: [HunkID]
  /// The sides, by device, number and envelope of their first events.
  public let sides: [Side]
  /// What stood before the sides were written.
  public let base: Passage
  /// Where the text that the changes give has the region, in scalars.
  public let place: Range<Int>
  /// What stands in the region: the sides woven, or what was written over them.
  public let words: String
  /// The sides woven: what is shown of all of them at once.
  public let woven: String
  /// Whether a person has to be asked.
  public let isOpen: Bool
  /// Whether somebody who saw all sides has edited what stands.
  public let isEdited: Bool
}

/// What stands at one place of a text instead of what its changes give there.
public struct StandingWords: Hashable, Sendable {
  /// The place in the text that the changes give, in scalars.
  public let place: Range<Int>
  /// What stands there.
  public let words: String
  /// The hunks of the part that they are of, ascending.
  public let hunks: [HunkID]
  /// Whether a person has to be asked.
  public let isOpen: Bool

  /// Words of given parts.
  public init(place: Range<Int>, words: String, hunks: [HunkID], isOpen: Bool) {
    self.place = place
    self.words = words
    self.hunks = hunks
    self.isOpen = isOpen
  }
}
