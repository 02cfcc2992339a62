internal import AfterwitCausality
internal import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal

/// An entry as it is shown, in the parts that other programs know.
public struct ShownEntry: Sendable {
  /// A field and what it shows.
  public struct Field: Sendable {
    /// Its name.
    public let name: String
    /// What it shows: one value, or the elements of a set.
    public let values: [String]
    /// Whether it is a set.
    public let isSet: Bool
  }

  /// A list and its elements.
  public struct List: Sendable {
    /// Its name.
    public let name: String
    /// Its elements: the id and the fields of each.
    public let elements: [(id: String, fields: [(name: String, value: String)])]
  }

  /// The entry.
  public let id: EntryID
  /// Its kind.
  public let kind: Kind
  /// When it was written, in milliseconds since 1970.
  public let created: UInt64
  /// When it was last touched.
  public let modified: UInt64
  /// Its fields but the lists, ascending by name.
  public private(set) var fields: [Field] = []
  /// Its lists.
  public private(set) var lists: [List] = []
  /// How many values stand beside those that are shown.
  public private(set) var besideCount = 0

  /// An entry as it is shown; `nil` where it is hidden, or of no known kind.
  public init?(_ export: EntryExport) {
    guard !export.isDeleted, let kind = Kind(rawValue: export.kind) else { return nil }
    id = export.id
    self.kind = kind
    created = export.created.milliseconds
    modified = export.modified.milliseconds
    for field in export.fields where field.name != "kind" && field.name != "imported" {
      switch field.value {
      case .text(let text, _):
        if !text.isEmpty { fields.append(Field(name: field.name, values: [text], isSet: false)) }
      case .register(let values):
        guard let shown = values.first else { continue }
        besideCount += values.count - 1
        fields.append(Field(name: field.name, values: [shown.value], isSet: false))
      case .set(let elements):
        guard !elements.isEmpty else { continue }
        fields.append(Field(name: field.name, values: elements.map(\.element), isSet: true))
      case .counter(let sum):
        if sum > 0 { fields.append(Field(name: field.name, values: [String(sum)], isSet: false)) }
      case .list(let elements): add(elements, of: field.name)
      case .unknown: break
      }
    }
  }

  private mutating func add(_ elements: [EntryExport.Element], of name: String) {
    let shown = elements.filter(\.deletions.isEmpty).map { element in
      let fields = element.fields.compactMap { field -> (name: String, value: String)? in
        switch field.value {
        case .text(let text, _): text.isEmpty ? nil : (field.name, text)
        case .register(let values): values.first.map { (field.name, $0.value) }
        case .set, .counter, .list, .unknown: nil
        }
      }
      return (id: element.id.text, fields: fields)
    }
    if !shown.isEmpty { lists.append(List(name: name, elements: shown)) }
  }
}

extension ShownEntry {
  /// The one value of a field; empty where it shows none.
  public func value(_ name: String) -> String {
    fields.first { $0.name == name && !$0.isSet }?.values.first ?? ""
  }

  /// The title; empty where it has none.
  public var title: String { value("title") }
  /// The main text of the kind.
  public var body: String { value(kind.defaultField.name.string) }
  /// The tags.
  public var tags: [String] { fields.first { $0.name == "tags" }?.values ?? [] }
  /// Whether it is starred.
  public var isStarred: Bool { value("starred") == "true" }
  /// The day that it tells of.
  public var day: Day? { Day(value("on")) }
  /// The time of that day.
  public var time: TimeOfDay? { TimeOfDay(value("at")) }
}
