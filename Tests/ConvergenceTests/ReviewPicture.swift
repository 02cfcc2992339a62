import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText

/// What reviews say, free of any order of arrival, to compare two accounts of one history.
struct ReviewPicture: Equatable {
  /// One part; texts as scalars, since strings compare by canonical equivalence.
  struct Part: Equatable {
    var hunks: [HunkID]
    var isHidden: Bool
    /// The sides, those that show the same as one, with the words of each.
    var sides: [EnvelopeID]
    var sideWords: [[Unicode.Scalar]]
    var baseText: [Unicode.Scalar]
    var baseWords: [Unicode.Scalar]
    var currentWords: [Unicode.Scalar]
    var currentRange: Range<Int>
  }

  /// The conflicts that no answer settled.
  var conflicts: [ReferenceConflict]
  var twins: [ReferenceConflict]
  var parts: [Part]

  /// What the definition says.
  init(_ reviews: ReferenceReviews) {
    let name = { (event: Int) in reviews.events[event].order.envelope }
    conflicts = reviews.conflicts.subtracting(reviews.settled).sorted()
    twins = reviews.twins.sorted()
    parts = reviews.parts.map { part in
      Part(
        hunks: part.hunks, isHidden: part.isHidden, sides: part.shownSides.map(name),
        sideWords: part.shownWords.map(scalars), baseText: scalars(part.baseText),
        baseWords: scalars(part.baseWords), currentWords: scalars(part.currentWords),
        currentRange: part.currentRange)
    }
  }

  /// What the engine says that replays a whole history.
  init(_ history: TextHistory) {
    var reviews = TextReviews(history)
    let meetings = reviews.meetings()
    conflicts = meetings.conflicts.map { ReferenceConflict($0.left, $0.right) }.sorted()
    twins = meetings.twins.map { ReferenceConflict($0.left, $0.right) }.sorted()
    parts = reviews.parts(of: meetings.conflicts).map { part in
      Part(
        hunks: part.hunks, isHidden: part.isHidden,
        sides: part.sides.map { history.events[$0.events[0]].order.envelope },
        sideWords: part.sides.map { scalars($0.passage.words) },
        baseText: scalars(part.base.text), baseWords: scalars(part.base.words),
        currentWords: scalars(part.current.words), currentRange: part.current.region)
    }
  }

  /// The parts that a person is asked about.
  var open: [Part] { parts.filter { !$0.isHidden } }
}
