/// The content of `Protocol/vectors/reviews.json`.
public enum ReviewVectors {
  /// A hunk: the place of its event in the history, and its number.
  public struct Hunk: Hashable, Comparable, Sendable {
    /// The place of the event.
    public var event: Int
    /// The number of the hunk.
    public var number: Int

    /// Names a hunk.
    public init(event: Int, number: Int) { (self.event, self.number) = (event, number) }

    /// Orders by event, then number.
    public static func < (left: Self, right: Self) -> Bool {
      (left.event, left.number) < (right.event, right.number)
    }

    var value: VectorValue { .list([.count(event), .count(number)]) }
  }

  /// What the definition says of one history.
  public struct Account: Sendable {
    /// One part, in its order.
    public struct Part: Sendable {
      /// Its hunks.
      public var hunks: [Hunk]
      /// Its sides, by the places of their events.
      public var sides: [Int]
      /// The heads of its base.
      public var base: [Int]
      /// The words of the region at the base, at each side, woven, and now.
      public var words: (base: String, sides: [String], together: String, current: String)
      /// Where they stand in the text that the changes give, in scalars.
      public var place: Range<Int>
      /// Whether a person is asked.
      public var isOpen: Bool

      /// A part of given members.
      public init(
        hunks: [Hunk], sides: [Int], base: [Int],
        words: (base: String, sides: [String], together: String, current: String),
        place: Range<Int>, isOpen: Bool
      ) {
        (self.hunks, self.sides, self.base) = (hunks, sides, base)
        (self.words, self.place, self.isOpen) = (words, place, isOpen)
      }
    }

    /// The text that each event gives, on its own and with its ancestors.
    public var texts: [String]
    /// The text that all events give.
    public var text: String
    /// The text that is shown.
    public var shown: String
    /// All hunks, with how many items each deletes and what it inserts.
    public var hunks: [(hunk: Hunk, deletes: Int, inserts: String)]
    /// Conflicts, those of them that are settled, and twins.
    public var pairs: (conflicts: [[Hunk]], settled: [[Hunk]], twins: [[Hunk]])
    /// The places in the text that all events give of what *same* takes out of twins now.
    public var takenOut: [Int]
    /// The parts, those that ask nobody too.
    public var parts: [Part]

    /// An account of given members.
    public init(
      texts: [String], text: String, shown: String,
      hunks: [(hunk: Hunk, deletes: Int, inserts: String)],
      pairs: (conflicts: [[Hunk]], settled: [[Hunk]], twins: [[Hunk]]), takenOut: [Int],
      parts: [Part]
    ) {
      (self.texts, self.text, self.shown, self.hunks) = (texts, text, shown, hunks)
      (self.pairs, self.takenOut, self.parts) = (pairs, takenOut, parts)
    }
  }

  /// What is asked about a register or a deletion.
  public struct Decision: Sendable {
    /// Its sides, by the places of their changes.
    public var sides: [Int]
    /// The heads of its base.
    public var base: [Int]
    /// The changes that stand for hunks in the bytes of a view.
    public var hunks: [Int]

    /// A decision of given members.
    public init(sides: [Int], base: [Int], hunks: [Int]) {
      (self.sides, self.base, self.hunks) = (sides, base, hunks)
    }
  }

  /// What an entry shows, and what it asks.
  public struct EntryAccount: Sendable {
    /// Whether the entry is hidden.
    public var isHidden: Bool
    /// The value that its register shows, and those beside it.
    public var register: (shown: String, beside: [String])
    /// What is asked about the register, and about a deletion.
    public var value, deletion: Decision?

    /// An account of given members.
    public init(
      isHidden: Bool, register: (shown: String, beside: [String]), value: Decision?,
      deletion: Decision?
    ) {
      (self.isHidden, self.register) = (isHidden, register)
      (self.value, self.deletion) = (value, deletion)
    }
  }

  /// An implementation of the definitions.
  public struct Definition {
    /// The account of a text's events.
    public var text: (_ events: [TextVectors.Event]) -> Account
    /// The units of a text, each with its script.
    public var units: (_ text: String) -> [(Range<Int>, String)]
    /// What an entry shows, and what is asked about its register and its deletion.
    public var entry: (_ changes: [Change]) -> EntryAccount

    /// An implementation of given functions.
    public init(
      text: @escaping (_ events: [TextVectors.Event]) -> Account,
      units: @escaping (_ text: String) -> [(Range<Int>, String)],
      entry: @escaping (_ changes: [Change]) -> EntryAccount
    ) {
      (self.text, self.units, self.entry) = (text, units, entry)
    }
  }

  /// Makes the document; what each history must give is worked out by definition.
  public static func document(by definition: Definition) -> VectorValue {
    .object([
      ("format", .text("afterwit.vectors/1")), ("chapter", .text("4-documents")),
      (
        "about",
        .text(
          "Events come parents first and are named by their places; a hunk is [event, number], a "
            + "pair two hunks. 'text' of an event is what it and its ancestors give, 'shown' what "
            + "a person is shown. 'number' of a part is 0 where it asks nobody; 'place' is where its "
            + "words stand in the text that is given. A unit is [first scalar, scalar behind the "
            + "last, script]."
        )
      ),
      ("ids", .list(ids)),
      (
        "units",
        .list(
          unitTexts.map { text in
            .object([
              ("text", .text(text)),
              (
                "units",
                .list(
                  definition.units(text).map { range, script in
                    .list([.count(range.lowerBound), .count(range.upperBound), .text(script)])
                  })
              ),
            ])
          })
      ),
      ("histories", .list(histories.map { history($0, definition.text($0.events)) })),
      ("edits", .list(savedTexts.map { value(of: $0, by: definition) })),
      ("entries", .list(entries.map { entry($0, definition.entry($0.changes)) })),
    ])
  }

  private static func history(_ item: TextVectors.Case, _ account: Account) -> VectorValue {
    var number = 0
    return .object([
      ("name", .text(item.name)),
      (
        "events",
        .list(zip(item.events, account.texts).map { TextVectors.value($0, text: $1) })
      ),
      ("text", .text(account.text)),
      ("shown", .text(account.shown)),
      (
        "hunks",
        .list(
          account.hunks.map { hunk in
            .object([
              ("hunk", hunk.hunk.value), ("deletes", .count(hunk.deletes)),
              ("inserts", .text(hunk.inserts)),
            ])
          })
      ),
      ("conflicts", pairs(account.pairs.conflicts)), ("settled", pairs(account.pairs.settled)),
      ("twins", pairs(account.pairs.twins)),
      ("takenOut", .list(account.takenOut.map { .count($0) })),
      (
        "parts",
        .list(
          account.parts.map { part in
            number += part.isOpen ? 1 : 0
            return value(of: part, number: part.isOpen ? number : 0)
          })
      ),
    ])
  }

  private static func pairs(_ pairs: [[Hunk]]) -> VectorValue {
    .list(pairs.map { .list($0.sorted().map(\.value)) })
  }

  private static func value(of part: Account.Part, number: Int) -> VectorValue {
    .object([
      ("number", .count(number)), ("hunks", .list(part.hunks.sorted().map(\.value))),
      ("sides", .list(part.sides.map { .count($0) })),
      ("base", .list(part.base.map { .count($0) })),
      ("place", .list([.count(part.place.lowerBound), .count(part.place.upperBound)])),
      (
        "region",
        .object([
          ("base", .text(part.words.base)), ("sides", .list(part.words.sides.map { .text($0) })),
          ("together", .text(part.words.together)), ("now", .text(part.words.current)),
        ])
      ),
    ])
  }
}
