extension JournalVectors {
  /// What a field shows.
  public enum Shown: Sendable {
    /// A text.
    case text(String)
    /// A value, and those beside it.
    case register(String, others: [String])
    /// Elements.
    case set([String])
    /// A sum.
    case counter(Int)
    /// The elements of a list, in their order.
    case list([Element])
  }

  /// An element of a list as it is shown.
  public struct Element: Sendable {
    /// Its id.
    public var id: [UInt8]
    /// The fields that show something, in their order.
    public var fields: [(name: String, family: UInt8, shown: Shown)]
    /// Its bytes in the view of the entry.
    public var view: [UInt8]

    /// An element of given members.
    public init(
      id: [UInt8], fields: [(name: String, family: UInt8, shown: Shown)], view: [UInt8]
    ) {
      (self.id, self.fields, self.view) = (id, fields, view)
    }
  }

  /// An entry as it is shown.
  public struct Entry: Sendable {
    /// Its id.
    public var id: [UInt8]
    /// Its kind.
    public var kind: String
    /// Whether it is hidden.
    public var isHidden: Bool
    /// The fields that show something, in their order.
    public var fields: [(name: String, family: UInt8, shown: Shown)]
    /// The bytes of its view.
    public var view: [UInt8]
    /// When it was created, and when modified.
    public var times: (created: UInt64, modified: UInt64)

    /// An entry of given members.
    public init(
      id: [UInt8], kind: String, isHidden: Bool,
      fields: [(name: String, family: UInt8, shown: Shown)], view: [UInt8],
      times: (created: UInt64, modified: UInt64)
    ) {
      (self.id, self.kind, self.isHidden, self.fields) = (id, kind, isHidden, fields)
      (self.view, self.times) = (view, times)
    }
  }

  /// An open part of a review.
  public struct Part: Sendable {
    /// The id of the review, its kind, entry and field.
    public var review: (id: [UInt8], kind: UInt8, entry: [UInt8], field: String)
    /// Its number in the review.
    public var number: Int
    /// The sides in their order: who wrote them, and their words.
    public var sides: [(device: [UInt8], words: String?)]
    /// The words of the base, of a text those woven, and those that stand now.
    public var words: (base: String, together: String?, now: String)?

    /// A part of given members.
    public init(
      review: (id: [UInt8], kind: UInt8, entry: [UInt8], field: String), number: Int,
      sides: [(device: [UInt8], words: String?)],
      words: (base: String, together: String?, now: String)?
    ) {
      (self.review, self.number, self.sides, self.words) = (review, number, sides, words)
    }
  }

  /// What a member is shown that holds some envelopes.
  public struct Account: Sendable {
    /// The ids of what is held, and those of it that wait, that are changes without effect, and of
    /// which operations on a field are set aside.
    public var held, waiting, withoutEffect: [[UInt8]]
    /// Operations on a field that are set aside: the envelope, the entry and the field.
    public var aside: [(envelope: [UInt8], entry: [UInt8], field: String)]
    /// All entries, hidden ones too.
    public var entries: [Entry]
    /// The names of devices.
    public var names: [(device: [UInt8], name: String)]
    /// The open parts of reviews.
    public var parts: [Part]
    /// The digest, and the hash of what is held and does not wait.
    public var digest, heldHash: [UInt8]

    /// An account of nothing.
    public init() {
      (held, waiting, withoutEffect, aside) = ([], [], [], [])
      (entries, names, parts, digest, heldHash) = ([], [], [], [], [])
    }
  }
}
