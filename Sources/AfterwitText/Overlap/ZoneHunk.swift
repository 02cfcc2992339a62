internal import AfterwitCausality

/// A group of what one change deleted and inserted at one place of a text, in a tracker's scalars.
struct ZoneHunk: Hashable, Sendable {
  /// Its first item in the sequence.
  var first: ScalarNumber
  /// Its last item in the sequence.
  var last: ScalarNumber
  /// The deleted items, ascending by number, as few ranges as possible.
  var deleted: [Range<ScalarNumber>]
  /// The inserted items in the order of the sequence.
  var inserted: [Range<ScalarNumber>]
  /// The inserted text.
  var text: String
  /// Whether it puts whole paragraphs where nothing was, joined to no other line.
  var isParagraph = false
  /// What keeps a paragraph from another line, where it does not do so itself.
  var support: LineSupport?
  /// What it takes from paragraphs that others put there.
  var takenSupports: Set<LineSupport> = []
  /// All items, where an answer made it: its own and those of the hunks it names.
  var answered: [Range<ScalarNumber>]?
  /// The events of the hunks that an answer names, and of those that these name.
  var answeredEvents: Set<Int> = []
  /// The hunks of earlier events that it writes into (AW-DOC-52).
  var writesInto: Set<HunkPlace> = []

  /// Whether an answer made it.
  var isAnswer: Bool { answered != nil }

  /// All items.
  var items: [Range<ScalarNumber>] { answered ?? deleted + inserted }

  /// Whether it inserts nothing.
  var isDeletion: Bool { inserted.isEmpty }

  /// Whether all items that it deletes are among those that another one deletes.
  func deletesOnlyWhat(_ other: ZoneHunk) -> Bool {
    deleted.allSatisfy { range in
      other.deleted.contains {
        $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
      }
    }
  }

  /// Whether an item is among both's items; only an answer's can be where the places do not tell.
  func sharesItem(with other: ZoneHunk) -> Bool {
    guard isAnswer || other.isAnswer else { return false }
    return items.contains { range in other.items.contains { $0.overlaps(range) } }
  }

  /// Whether one takes from the other, a paragraph, what kept it from another line.
  func joinsLine(of other: ZoneHunk) -> Bool {
    support.map(other.takenSupports.contains) ?? false
      || other.support.map(takenSupports.contains) ?? false
  }

  /// Whether both put in a paragraph that is the same.
  func sharesBlock(with other: ZoneHunk) -> Bool {
    SharedLines(text, other.text).isFound
  }

  /// Whether both insert the same for the same deleted items, as a paragraph or not.
  func isAlike(_ other: ZoneHunk) -> Bool {
    isParagraph == other.isParagraph && deleted == other.deleted
      && text.utf8.count == other.text.utf8.count
      && text.utf8.elementsEqual(other.text.utf8)
  }
}

/// A line feed that keeps what stands on one side of it from the line on the other.
struct LineSupport: Hashable, Sendable {
  /// A side of a line feed.
  enum Side: Hashable, Sendable {
    case before, behind
  }

  /// The line feed.
  var lineFeed: ScalarNumber
  /// Where the line is that would run into a paragraph without it.
  var line: Side
}
