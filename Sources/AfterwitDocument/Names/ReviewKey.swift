internal import AfterwitEncoding

/// What met, so that a person is asked.
public enum ReviewKind: UInt8, Hashable, Comparable, Sendable {
  /// The same words of a text were rewritten.
  case overlap = 1
  /// A short value was set to different values.
  case value = 2
  /// An entry was deleted on one device and touched on another.
  case deletion = 3

  /// Orders by code.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a review is about: at most one review has it, on every device and for ever.
public struct ReviewKey: Hashable, Sendable {
  /// The field; the presence of an entry for a deletion.
  public let field: FieldKey
  /// What met.
  public let kind: ReviewKind

  /// A key of given parts.
  public init(field: FieldKey, kind: ReviewKind) {
    self.field = field
    self.kind = kind
  }

  /// The bytes whose hash is the review's id (Protocol/4-documents, "Reviews").
  public var canonicalBytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: field.entry.bytes)
    builder.append(blob: field.element?.id.bytes ?? [])
    builder.append(string: field.field.name.string)
    builder.append(field.field.familyCode)
    builder.append(kind.rawValue)
    return builder.bytes
  }
}
