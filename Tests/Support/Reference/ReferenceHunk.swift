internal import AfterwitDocument
public import AfterwitText

/// A scalar that was ever inserted, who inserted it and who deleted it.
public struct ReferenceItem: Sendable {
  /// The scalar.
  public let scalar: Unicode.Scalar
  /// The event that inserted it.
  public let inserter: Int
  /// The place of the insertion among the event's operations.
  public let insertion: Int
  /// The events that deleted it, each with the place of the deletion among its operations.
  public let deleters: [Int: Int]
  /// Its number among all scalars, in the order in which they came.
  let node: Int
}

extension ReferenceText {
  /// Everything that was ever inserted, in the sequence.
  public var items: [ReferenceItem] {
    sequence(knowing: knowledge.map { _ in true }).dropFirst().map { node in
      ReferenceItem(
        scalar: nodes[node].scalar, inserter: nodes[node].event,
        insertion: nodes[node].operation, deleters: nodes[node].deleters,
        node: node)
    }
  }

  /// For each event, those that its author had seen.
  public var ancestors: [Set<Int>] {
    knowledge.indices.map { event in
      Set(knowledge[event].indices.filter { knowledge[event][$0] && $0 != event })
    }
  }
}

/// A hunk; its items are named by their places in the sequence, ascending.
public struct ReferenceHunk: Hashable, Sendable {
  /// The name of the hunk.
  public let id: HunkID
  /// The event that made it.
  public var event: Int { place.event }
  /// Its event, and its number there.
  public let place: ReferencePlace
  /// All its items, for an answer those of the hunks it names too.
  public let items: [Int]
  /// The items that its change deletes.
  public let deleted: [Int]
  /// The items that its change inserts.
  public let inserted: [Int]
  /// The scalars inserted.
  public let text: [Unicode.Scalar]
  /// The hunks that an answer names, where it is one's.
  public let named: Set<HunkID>?
  /// Whether it puts in whole lines between others.
  public let isParagraph: Bool
  /// The line end before or behind it that a paragraph leans on.
  public let leansOn: Int?
  /// What follows lines that are put behind another one, or the end of the sequence.
  public let next: Int?
}

/// Two hunks of concurrent changes, the lesser name first.
public struct ReferenceConflict: Hashable, Sendable, Comparable {
  /// The lesser name.
  public let first: HunkID
  /// The greater name.
  public let second: HunkID

  /// Two hunks in any order.
  public init(_ one: HunkID, _ other: HunkID) {
    (first, second) = (min(one, other), max(one, other))
  }

  /// Orders by the first name, then the second.
  public static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// A part of an overlap's review, with what its region holds.
public struct ReferencePart: Hashable, Sendable {
  /// The hunks, ascending.
  public let hunks: [HunkID]
  /// The events that are its sides, in their order.
  public let sides: [Int]
  /// The sides that a person is shown: the first of those with the same words.
  public let shownSides: [Int]
  /// The heads of the base, ascending.
  public let base: [Int]
  /// What the base shows in the region.
  public let baseWords: String
  /// What each side shows in the region.
  public let sideWords: [String]
  /// The whole text of the base.
  public let baseText: String
  /// The whole text of each side.
  public let sideTexts: [String]
  /// Where its words stand in the text that the changes give, in scalars.
  public let place: Range<Int>
  /// What is shown in that place.
  public let words: String
  /// The sides woven.
  public let woven: String
  /// Whether a person is asked.
  public let isOpen: Bool
  /// Whether a change that had seen all sides has altered what stood.
  public let isEdited: Bool
  /// The first item of its hunks in the sequence.
  let firstItem: Int
}

extension ReferencePart {
  /// What each side that a person is shown shows in the region.
  public var shownWords: [String] {
    shownSides.compactMap { side in sides.firstIndex(of: side).map { sideWords[$0] } }
  }
}
