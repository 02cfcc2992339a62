public import AfterwitEncoding
public import AfterwitJournal

/// One entry as another program's file holds it.
public struct SourceEntry: Hashable, Sendable {
  /// By what the entry is known again when its source is read anew.
  public enum Identity: Hashable, Sendable {
    /// It is an entry of Afterwit, under its own id.
    case own(EntryID)
    /// It has a name that no other entry has.
    case unique(String)
    /// It has a name that others may have too, as a minute is the name of all that was written in it.
    case shared(String)
  }

  /// A value of a field beside those that every entry has.
  public struct Field: Hashable, Sendable {
    /// The name of the field.
    public let name: String
    /// Its value, or an element of it.
    public let value: String

    /// A value of given parts.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// An element of a list.
  public struct Item: Hashable, Sendable {
    /// The name of the list.
    public let list: String
    /// Its fields, the main one first.
    public let fields: [Field]
    /// Its id, where it is an element of Afterwit.
    public let id: String?

    /// An element of given parts.
    public init(_ list: String, _ fields: [Field], id: String? = nil) {
      self.list = list
      self.fields = fields
      self.id = id
    }
  }

  /// By what it is known again.
  public var identity: Identity
  /// Where it stands.
  public var place: SourcePlace
  /// What it is; `nil` where the source does not tell.
  public var kind: Kind?
  /// Its title; `nil` where it has none.
  public var title: String?
  /// Its text.
  public var body = ""
  /// The day that it tells of.
  public var day: Day?
  /// The time of that day.
  public var time: TimeOfDay?
  /// Its tags, without a sign before them.
  public var tags: [String] = []
  /// Whether it is starred.
  public var isStarred = false
  /// What it says beside that.
  public var fields: [Field] = []
  /// The elements of its lists.
  public var items: [Item] = []

  /// An entry that says nothing yet.
  public init(_ identity: Identity, at place: SourcePlace) {
    self.identity = identity
    self.place = place
  }
}
