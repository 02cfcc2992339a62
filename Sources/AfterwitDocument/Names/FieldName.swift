internal import AfterwitEncoding

/// The name of a field and the family that keeps it.
///
/// A name that has a code (``CodedField``) is encoded as that one byte. Any other name is written out,
/// with its family beside it (Protocol/4-documents, "Field names").
public struct FieldName: Hashable, Comparable, Sendable {
  /// The longest name, in bytes of UTF-8.
  public static let lengthLimit = 128
  /// Whether the entry is deleted.
  public static let presence = FieldName(.entry)
  /// Which changes are taken back; only the journal itself has it.
  public static let undo = FieldName("undo", family: .undo)
  /// What the entry is: a reflection, a goal or a mantra.
  public static let kind = FieldName(.kind)

  /// The name itself.
  public let name: ExactString
  /// The code of the family; one that is not a ``FieldFamily`` is kept and not understood.
  public let familyCode: UInt8

  /// The family, or `nil` where this version does not know it.
  public var family: FieldFamily? { FieldFamily(rawValue: familyCode) }

  /// The family by which an element keeps a field of this name, or `nil` where it keeps none so: an
  /// element has no lists, whether it is there is no field of it, and only changes are taken back.
  var elementFamily: FieldFamily? {
    switch family {
    case .list, .presence, .undo, nil: nil
    case .text, .register, .set, .counter, .log: family
    }
  }

  /// A field of a given name; a name that has a code keeps the family fixed with it.
  public init(_ name: String, family: FieldFamily) {
    let exact = ExactString(name)
    let coded = CodedField.place(of: exact).map { CodedField.all[$0] }
    self.init(name: exact, familyCode: (coded?.family ?? family).rawValue)
  }

  /// The field of a name that has a code.
  public init(_ field: CodedField) {
    self.init(name: ExactString(field.rawValue), familyCode: field.family.rawValue)
  }

  /// The field of an element whose name has a code.
  public init(ofElement field: CodedElementField) {
    self.init(name: ExactString(field.rawValue), familyCode: field.family.rawValue)
  }

  /// The field that a store wrote as a name and the code of its family.
  public init(storedName name: String, familyCode: UInt8) {
    self.init(name: ExactString(name), familyCode: familyCode)
  }

  init(name: ExactString, familyCode: UInt8) {
    self.name = name
    self.familyCode = familyCode
  }

  /// Orders by the bytes of the name, then by family.
  public static func < (left: Self, right: Self) -> Bool {
    (left.name, left.familyCode) < (right.name, right.familyCode)
  }

}

// An entry and an element have a table of names each. A name of the table is written as its code;
// any other, and one of the table that has another family, is written out.
extension FieldName {
  /// The names that have a code.
  enum Table {
    /// Those of an entry's fields.
    case entry
    /// Those of an element's fields.
    case element

    fileprivate var count: Int {
      switch self {
      case .entry: CodedField.all.count
      case .element: CodedElementField.allCases.count
      }
    }

    fileprivate func field(at place: Int) -> FieldName {
      switch self {
      case .entry: FieldName(CodedField.all[place])
      case .element: FieldName(ofElement: CodedElementField.allCases[place])
      }
    }

    fileprivate func place(of name: ExactString) -> Int? {
      switch self {
      case .entry: CodedField.place(of: name)
      case .element: CodedElementField.allCases.firstIndex { ExactString($0.rawValue) == name }
      }
    }
  }

  func encode(into builder: inout ByteBuilder, by table: Table) {
    if let place = table.place(of: name), table.field(at: place) == self {
      builder.append(count: place + 1)
    } else {
      builder.append(count: 0)
      builder.append(string: name.string)
      builder.append(familyCode)
    }
  }

  init(decoding cursor: inout ByteCursor, by table: Table) throws(DecodingFailure) {
    let start = cursor
    let code = try cursor.readCount(limit: table.count)
    guard code == 0 else {
      self = table.field(at: code - 1)
      return
    }
    let name = ExactString(try cursor.readString(limit: Self.lengthLimit))
    guard !name.string.utf8.isEmpty else { throw start.failure(.unknownValue) }
    guard table.place(of: name) == nil else { throw start.failure(.notCanonical) }
    self.init(name: name, familyCode: try cursor.readByte())
  }
}
