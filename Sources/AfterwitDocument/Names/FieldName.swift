public import AfterwitEncoding

/// The name of a field and the family that keeps it.
///
/// The names of the first version have codes of one byte; their families are fixed with them. Any
/// other name is written out, its family beside it (Protocol/4-documents, "Field names").
public struct FieldName: Hashable, Comparable, Sendable {
  /// The longest name, in bytes of UTF-8.
  public static let lengthLimit = 128
  /// Whether the entry is deleted.
  public static let presence = FieldName(known: "entry")
  /// What the entry is: a reflection, a goal or a mantra.
  public static let kind = FieldName(known: "kind")

  /// The name itself.
  public let name: ExactString
  /// The code of the family; one that is not a ``FieldFamily`` is kept and not understood.
  public let familyCode: UInt8

  /// The family, or `nil` where this version does not know it.
  public var family: FieldFamily? { FieldFamily(rawValue: familyCode) }

  /// A field of a given name; a name of the table keeps the family it has there.
  public init(_ name: String, family: FieldFamily) {
    let exact = ExactString(name)
    let code = Self.code(of: exact)
    self.init(name: exact, familyCode: code.map { Self.table[$0].1.rawValue } ?? family.rawValue)
  }

  init(name: ExactString, familyCode: UInt8) {
    self.name = name
    self.familyCode = familyCode
  }

  private init(known name: String) {
    guard let code = Self.code(of: ExactString(name)) else {
      preconditionFailure("\(name) is in the table")
    }
    self.init(name: ExactString(name), familyCode: Self.table[code].1.rawValue)
  }

  /// Orders by the bytes of the name, then by family.
  public static func < (left: Self, right: Self) -> Bool {
    (left.name, left.familyCode) < (right.name, right.familyCode)
  }

  func encode(into builder: inout ByteBuilder) {
    if let code = Self.code(of: name), Self.table[code].1.rawValue == familyCode {
      builder.append(count: code + 1)
    } else {
      builder.append(count: 0)
      builder.append(string: name.string)
      builder.append(familyCode)
    }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = cursor
    let code = try cursor.readCount(limit: Self.table.count)
    if code > 0 {
      let (name, family) = Self.table[code - 1]
      self.init(name: ExactString(name), familyCode: family.rawValue)
      return
    }
    let name = ExactString(try cursor.readString(limit: Self.lengthLimit))
    guard !name.string.utf8.isEmpty else { throw start.failure(.unknownValue) }
    guard Self.code(of: name) == nil else { throw start.failure(.notCanonical) }
    self.init(name: name, familyCode: try cursor.readByte())
  }
}

extension FieldName {
  /// The names with a code, in the order of their codes from 1.
  ///
  /// It never changes: a later name is written out.
  package static let table: [(String, FieldFamily)] = [
    ("entry", .presence), ("kind", .register), ("title", .register), ("starred", .register),
    ("private", .register), ("tags", .set), ("occasion", .register), ("on", .register),
    ("organisation", .register), ("role", .register), ("stage", .register),
    ("outcome", .register), ("mood", .register), ("mood-after", .register),
    ("after", .register), ("people", .set), ("feelings", .set), ("goals", .set),
    ("mantras", .set), ("happened", .text), ("felt", .text), ("mine", .text),
    ("not-mine", .text), ("lesson", .text), ("next", .text), ("story-situation", .text),
    ("story-struggle", .text), ("story-turn", .text), ("story-result", .text),
    ("story-learning", .text), ("lacks", .list), ("questions", .list), ("feedback", .list),
    ("follow-ups", .list), ("ask", .list), ("state", .register), ("due", .register),
    ("cadence", .register), ("why", .text), ("wish", .text), ("result", .text),
    ("obstacle", .text), ("plan", .text), ("steps", .list), ("check-ins", .log),
    ("from", .set), ("words", .text), ("belief", .text), ("retired", .register),
    ("place", .register), ("recited", .counter),
  ]

  /// The places of the table by their names, ascending.
  ///
  /// No dictionary: a process that encodes a few names would pay for its type, not for its use.
  private static let places = table.indices.sorted {
    ExactString(table[$0].0) < ExactString(table[$1].0)
  }

  /// The place of a name in the table, or `nil` where it has none.
  private static func code(of name: ExactString) -> Int? {
    let code = places[places.lastIndex(notBeyond: name) { ExactString(table[$0].0) }]
    return ExactString(table[code].0) == name ? code : nil
  }
}

/// One field of one entry.
public struct FieldKey: Hashable, Comparable, Sendable {
  /// The entry.
  public let entry: EntryID
  /// The field.
  public let field: FieldName

  /// The field of an entry.
  public init(entry: EntryID, field: FieldName) {
    self.entry = entry
    self.field = field
  }

  /// Orders by entry, then by field.
  public static func < (left: Self, right: Self) -> Bool {
    (left.entry, left.field) < (right.entry, right.field)
  }
}
