public import AfterwitCausality
public import AfterwitDocument
public import AfterwitEncoding

/// An entry as it is shown: derived from its fields, never stored as truth.
public struct EntryView: Hashable, Sendable {
  /// What a field shows.
  public enum Value: Hashable, Sendable {
    /// A long text; never empty.
    case text(String)
    /// The value shown, and those that stand beside it.
    case register(String, others: [String])
    /// The elements, ascending by bytes; never empty.
    case set([String])
  }

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
  public let fields: [(name: FieldName, value: Value)]
  /// What is under review in it, ascending by field, kind and hunks; nothing while it is hidden.
  public let openParts: [OpenPart]

  /// Derives the view of an entry from its presence and its fields, in any order.
  public init(id: EntryID, presence: Presence, states: [(FieldName, FieldState)]) {
    var fields: [(name: FieldName, value: Value)] = []
    var kindName = ""
    for (name, state) in states.sorted(by: { $0.0 < $1.0 }) {
      if name == .kind, case .register(let register) = state.value {
        kindName = register.shown ?? ""
      } else if let value = Value(state) {
        fields.append((name, value))
      }
    }
    let openParts =
      presence.isHidden
      ? [] : (OpenPart.all(in: presence) + states.flatMap { OpenPart.all(in: $0, $1) }).sorted()
    self.init(
      id: id, kindName: kindName, created: presence.created, modified: presence.modified,
      isDeleted: presence.isHidden, fields: fields, openParts: openParts)
  }

  init(
    id: EntryID, kindName: String, created: Timestamp, modified: Timestamp, isDeleted: Bool,
    fields: [(name: FieldName, value: Value)], openParts: [OpenPart]
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
  public func value(of name: String) -> Value? {
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

extension EntryView.Value {
  fileprivate init?(_ state: FieldState) {
    switch state.value {
    case .text(let field) where !field.text.utf8.isEmpty:
      self = .text(field.text)
    case .register(let register) where register.shown != nil || !register.others.isEmpty:
      self = .register(register.shown ?? "", others: register.others)
    case .set(let set) where !set.elements.isEmpty:
      self = .set(set.elements.map(\.string))
    default:
      return nil
    }
  }
}
