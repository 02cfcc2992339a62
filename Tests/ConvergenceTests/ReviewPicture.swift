import AfterwitDocument
import AfterwitEncoding
import AfterwitReference

/// What reviews say, free of any order of arrival, to compare two accounts of one history.
struct ReviewPicture: Equatable {
  /// One part; texts as scalars, since strings compare by canonical equivalence.
  struct Part: Equatable {
    var hunks: [HunkID]
    var isHidden: Bool
    var sides: [EnvelopeID]
    var shownSides: [EnvelopeID]
    var base: [EnvelopeID]
    var baseWords: [Unicode.Scalar]
    var sideWords: [[Unicode.Scalar]]
    var currentWords: [Unicode.Scalar]
    var currentRange: Range<Int>
  }

  var conflicts: [ReferenceConflict]
  var settled: [ReferenceConflict]
  var twins: [ReferenceConflict]
  var parts: [Part]

  init(_ reviews: ReferenceReviews) {
    let name = { (event: Int) in reviews.events[event].order.envelope }
    conflicts = reviews.conflicts.sorted()
    settled = reviews.settled.sorted()
    twins = reviews.twins.sorted()
    parts = reviews.parts.map { part in
      Part(
        hunks: part.hunks, isHidden: part.isHidden, sides: part.sides.map(name),
        shownSides: part.shownSides.map(name),
        base: part.base.map(name).sorted(), baseWords: scalars(part.baseWords),
        sideWords: part.sideWords.map(scalars), currentWords: scalars(part.currentWords),
        currentRange: part.currentRange)
    }
  }

  /// The parts that a person is asked about.
  var open: [Part] { parts.filter { !$0.isHidden } }
}
