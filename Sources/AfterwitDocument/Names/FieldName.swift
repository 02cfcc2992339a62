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
  /// What the entry is: a reflection, a goal or a mantra.
  public static let kind = FieldName(.kind)

  /// The name itself.
  public let name: ExactString
  /// The code of the family; one that is not a ``FieldFamily`` is kept and not understood.
  public let familyCode: UInt8

  /// The family, or `nil` where this version does not know it.
  public var family: FieldFamily? { FieldFamily(rawValue: familyCode) }

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

  func encode(into builder: inout ByteBuilder) {
    if let place = CodedField.place(of: name), CodedField.all[place].family == family {
      builder.append(count: place + 1)
    } else {
      builder.append(count: 0)
      builder.append(string: name.string)
      builder.append(familyCode)
    }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = cursor
    let code = try cursor.readCount(limit: CodedField.all.count)
    guard code == 0 else {
      self.init(CodedField.all[code - 1])
      return
    }
    let name = ExactString(try cursor.readString(limit: Self.lengthLimit))
    guard !name.string.utf8.isEmpty else { throw start.failure(.unknownValue) }
    guard CodedField.place(of: name) == nil else { throw start.failure(.notCanonical) }
    self.init(name: name, familyCode: try cursor.readByte())
  }
}
