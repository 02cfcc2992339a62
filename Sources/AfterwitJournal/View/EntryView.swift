public import AfterwitCausality
public import AfterwitDocument
public import AfterwitEncoding

/// An entry as it is shown: derived from its fields, never stored as truth.
public struct EntryView: Hashable, Sendable {
  /// The entry.
  public let id: EntryID
  /// What it is, or `nil` where nothing known has said so.
  public let kind: Kind?
  /// The kind as it is written, empty where nothing has said it.
  public let kindName: String
  /// When it was first touched.
  public let created: Timestamp
  /// When it was last touched.
  public let modified: Timestamp
  /// Whether it is hidden by a deletion.
  public let isDeleted: Bool
  /// The fields that show something, ascending by name; `kind` is not among them.
  public let fields: [(name: FieldName, value: FieldView)]
  /// What is under review in it, ascending by field, kind and hunks; nothing while it is hidden.
  public let openParts: [OpenPart]

  /// Derives the view of an entry from its presence and its fields, in any order.
  public init(id: EntryID, presence: Presence, states: [(FieldName, FieldState)]) {
    var fields: [(name: FieldName, value: FieldView)] = []
    var kindName = ""
    for (name, state) in states.sorted(by: { $0.0 < $1.0 }) {
      guard let view = state.view else { continue }
      if name == .kind, case .register(let shown, _) = view {
        kindName = shown
      } else {
        fields.append((name, view))
      }
    }
    let openParts =
      presence.isHidden
      ? [] : (presence.openParts + states.flatMap { $1.openParts(of: $0) }).sorted()
    self.init(
      id: id, kindName: kindName, created: presence.created, modified: presence.modified,
      isDeleted: presence.isHidden, fields: fields, openParts: openParts)
  }

  init(
    id: EntryID, kindName: String, created: Timestamp, modified: Timestamp, isDeleted: Bool,
    fields: [(name: FieldName, value: FieldView)], openParts: [OpenPart]
  ) {
    self.id = id
    self.kindName = kindName
    kind = Kind(rawValue: kindName)
    self.created = created
    self.modified = modified
    self.isDeleted = isDeleted
    self.fields = fields
    self.openParts = openParts
  }

  /// What a field shows, or `nil` where it shows nothing.
  public func value(of name: String) -> FieldView? {
    fields.first { $0.name.name == ExactString(name) }?.value
  }

  /// The value a register shows, or `nil` where it shows none.
  public func register(_ name: String) -> String? {
    guard case .register(let value, _)? = value(of: name), !value.isEmpty else { return nil }
    return value
  }

  /// The elements of a set, ascending by bytes.
  public func set(_ name: String) -> [String] {
    guard case .set(let elements)? = value(of: name) else { return [] }
    return elements
  }

  /// The text of a text field, empty where it has none.
  public func text(_ name: String) -> String {
    guard case .text(let text)? = value(of: name) else { return "" }
    return text
  }

  /// Whether two views show the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.canonicalBytes == right.canonicalBytes && left.created == right.created
      && left.modified == right.modified
  }

  /// Feeds the entry's id to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}
