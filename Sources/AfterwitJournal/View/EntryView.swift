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

  /// Derives the view of an entry from what it holds.
  public init(id: EntryID, content: EntryContent) {
    var fields: [(name: FieldName, value: FieldView)] = []
    var kindName = ""
    for (name, state) in content.states.sorted(by: { $0.0 < $1.0 }) {
      guard name != .imported, let view = content.view(of: name, state) else { continue }
      if name == .kind, case .register(let shown, _) = view {
        kindName = shown
      } else {
        fields.append((name, view))
      }
    }
    let presence = content.presence
    let openParts =
      presence.isHidden
      ? [] : (presence.openParts + content.states.flatMap { $1.openParts(of: $0) }).sorted()
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

  /// What is under review in the entry and in the elements of its lists.
  public var allOpenParts: [(element: ListElement?, part: OpenPart)] {
    var all: [(element: ListElement?, part: OpenPart)] = openParts.map { (nil, $0) }
    guard !isDeleted else { return all }
    for case (let list, .list(let elements)) in fields {
      for element in elements {
        all += element.openParts.map { (ListElement(list: list, id: element.id), $0) }
      }
    }
    return all
  }

  /// How much is under review in the entry and in the elements of its lists.
  public var openPartCount: Int {
    guard !isDeleted else { return openParts.count }
    return fields.indices.reduce(openParts.count) { count, index in
      guard case .list(let elements) = fields[index].value else { return count }
      return elements.reduce(count) { $0 + $1.openParts.count }
    }
  }

  /// What a field shows, or `nil` where it shows nothing.
  public func value(of name: String) -> FieldView? {
    let name = ExactString(name)
    // By places, so that no field is copied to be looked at.
    guard let index = fields.indices.first(where: { fields[$0].name.name == name }) else {
      return nil
    }
    return fields[index].value
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

  /// The sum at which a counter stands.
  public func count(_ name: String) -> Int {
    guard case .counter(let sum)? = value(of: name) else { return 0 }
    return sum
  }

  /// The elements of a list, in their order.
  public func list(_ name: String) -> [ElementView] {
    guard case .list(let elements)? = value(of: name) else { return [] }
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
