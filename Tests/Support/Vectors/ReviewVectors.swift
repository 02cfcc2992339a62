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
      /// The words of the region at the base, at each side, and now.
      public var words: (base: String, sides: [String], current: String)
      /// Whether nobody is asked.
      public var isHidden: Bool

      /// A part of given members.
      public init(
        hunks: [Hunk], sides: [Int], base: [Int],
        words: (base: String, sides: [String], current: String), isHidden: Bool
      ) {
        (self.hunks, self.sides, self.base) = (hunks, sides, base)
        (self.words, self.isHidden) = (words, isHidden)
      }
    }

    /// The text that each event gives, on its own and with its ancestors.
    public var texts: [String]
    /// The text of all events.
    public var text: String
    /// All hunks, with how many items each deletes and what it inserts.
    public var hunks: [(hunk: Hunk, deletes: Int, inserts: String)]
    /// Conflicts, those of them that are settled, and twins.
    public var pairs: (conflicts: [[Hunk]], settled: [[Hunk]], twins: [[Hunk]])
    /// The parts, hidden ones too.
    public var parts: [Part]

    /// An account of given members.
    public init(
      texts: [String], text: String, hunks: [(hunk: Hunk, deletes: Int, inserts: String)],
      pairs: (conflicts: [[Hunk]], settled: [[Hunk]], twins: [[Hunk]]), parts: [Part]
    ) {
      (self.texts, self.text, self.hunks) = (texts, text, hunks)
      (self.pairs, self.parts) = (pairs, parts)
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

  /// An implementation of the definitions.
  public struct Definition {
    /// The account of a text's events.
    public var text: (_ events: [TextVectors.Event]) -> Account
    /// The tokens of a text.
    public var tokens: (_ text: String) -> [Range<Int>]
    /// Whether an entry is hidden, and what is asked about its register and its deletion.
    public var entry:
      (_ changes: [Change]) -> (isHidden: Bool, value: Decision?, deletion: Decision?)

    /// An implementation of given functions.
    public init(
      text: @escaping (_ events: [TextVectors.Event]) -> Account,
      tokens: @escaping (_ text: String) -> [Range<Int>],
      entry:
        @escaping (_ changes: [Change]) -> (
          isHidden: Bool, value: Decision?, deletion: Decision?
        )
    ) {
      (self.text, self.tokens, self.entry) = (text, tokens, entry)
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
            + "pair two hunks. 'text' of an event is what it and its ancestors give. 'number' of a "
            + "part is 0 while it is hidden. A token is [first scalar, scalar behind the last]."
        )
      ),
      ("ids", .list(ids)),
      (
        "tokens",
        .list(
          tokenTexts.map { text in
            .object([
              ("text", .text(text)),
              (
                "tokens",
                .list(
                  definition.tokens(text).map {
                    .list([.count($0.lowerBound), .count($0.upperBound)])
                  })
              ),
            ])
          })
      ),
      ("histories", .list(histories.map { history($0, definition.text($0.events)) })),
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
      (
        "parts",
        .list(
          account.parts.map { part in
            number += part.isHidden ? 0 : 1
            return value(of: part, number: part.isHidden ? 0 : number)
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
      (
        "region",
        .object([
          ("base", .text(part.words.base)), ("sides", .list(part.words.sides.map { .text($0) })),
          ("now", .text(part.words.current)),
        ])
      ),
    ])
  }
}
