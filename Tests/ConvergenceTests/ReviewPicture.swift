import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText

/// What reviews say, free of any order of arrival, to compare two accounts of one history.
struct ReviewPicture: Equatable {
  /// One part; texts as scalars, since strings compare by canonical equivalence.
  struct Part: Equatable {
    var hunks: [HunkID]
    var isOpen: Bool
    var isEdited: Bool
    /// The sides, those that show the same as one, with the words of each.
    var sides: [EnvelopeID]
    var sideWords: [[Unicode.Scalar]]
    var baseText: [Unicode.Scalar]
    var baseWords: [Unicode.Scalar]
    var woven: [Unicode.Scalar]
    var words: [Unicode.Scalar]
    var place: Range<Int>
  }

  /// The conflicts that no answer settled.
  var conflicts: [ReferenceConflict]
  var twins: [ReferenceConflict]
  var parts: [Part]
  var standing: [StandingWords]
  var shown: [Unicode.Scalar]

  /// What the definition says.
  init(_ reviews: ReferenceReviews) {
    let name = { (event: Int) in reviews.events[event].order.envelope }
    conflicts = reviews.conflicts.subtracting(reviews.settled).sorted()
    twins = reviews.twins.sorted()
    parts = reviews.parts.map { part in
      Part(
        hunks: part.hunks, isOpen: part.isOpen, isEdited: part.isEdited,
        sides: part.shownSides.map(name), sideWords: part.shownWords.map(scalars),
        baseText: scalars(part.baseText), baseWords: scalars(part.baseWords),
        woven: scalars(part.woven), words: scalars(part.words), place: part.place)
    }
    standing = reviews.parts.map {
      StandingWords(place: $0.place, words: $0.words, hunks: $0.hunks, isOpen: $0.isOpen)
    }.sorted { ($0.place.lowerBound, $0.hunks[0]) < ($1.place.lowerBound, $1.hunks[0]) }
    shown = scalars(reviews.shownText)
  }

  /// What the engine says that replays a whole history.
  init(_ history: TextHistory) {
    var reviews = TextReviews(history)
    let meetings = reviews.meetings()
    conflicts = meetings.conflicts.map { ReferenceConflict($0.left, $0.right) }.sorted()
    twins = meetings.twins.map { ReferenceConflict($0.left, $0.right) }.sorted()
    parts = reviews.parts(of: meetings.conflicts).map { part in
      Part(
        hunks: part.hunks, isOpen: part.isOpen, isEdited: part.isEdited,
        sides: part.sides.map { history.events[$0.events[0]].order.envelope },
        sideWords: part.sides.map { scalars($0.passage.words) },
        baseText: scalars(part.base.text), baseWords: scalars(part.base.words),
        woven: scalars(part.woven), words: scalars(part.words), place: part.place)
    }
    standing = reviews.standing(amid: meetings.conflicts)
    shown = scalars(ShownText(given: history.text, standing: standing).text)
  }

  /// The same but for what is told of changes that are void, and of those that take others back.
  func without(_ void: Set<EnvelopeID>) -> ReviewPicture {
    func stands(_ pair: ReferenceConflict) -> Bool {
      !void.contains(pair.first.envelope) && !void.contains(pair.second.envelope)
    }
    var picture = self
    picture.conflicts = conflicts.filter(stands)
    picture.twins = twins.filter(stands)
    return picture
  }

  /// The parts that a person is asked about.
  var open: [Part] { parts.filter(\.isOpen) }
}
