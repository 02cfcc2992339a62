package import AfterwitEncoding
public import AfterwitText

/// A part of a review that waits for a decision, as the hash of an entry covers it.
public struct OpenPart: Hashable, Comparable, Sendable {
  /// The field; that of the entry's presence for a deletion.
  public let field: FieldName
  /// What met.
  public let kind: ReviewKind
  /// What names the part: its hunks, or one for each change where there are none, ascending.
  public let hunks: [HunkID]

  /// A part of given parts.
  public init(field: FieldName, kind: ReviewKind, hunks: [HunkID]) {
    self.field = field
    self.kind = kind
    self.hunks = hunks.sorted()
  }

  /// Orders by field, then by kind, then by hunks.
  public static func < (left: Self, right: Self) -> Bool {
    if left.field != right.field { return left.field < right.field }
    if left.kind != right.kind { return left.kind < right.kind }
    return left.hunks.lexicographicallyPrecedes(right.hunks)
  }
}

// Its bytes are what the hash of an entry covers (Protocol/4-documents, "View, digest, held").
extension OpenPart {
  /// Appends the field, the kind and the hunks.
  package func encode(into builder: inout ByteBuilder) {
    builder.append(string: field.name.string)
    builder.append(field.familyCode)
    builder.append(kind.rawValue)
    builder.append(count: hunks.count)
    for hunk in hunks { hunk.encode(into: &builder) }
  }

  /// Reads what ``encode(into:)`` wrote.
  package init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let name = try cursor.readString(limit: cursor.remaining)
    let field = FieldName(storedName: name, familyCode: try cursor.readByte())
    guard let kind = ReviewKind(rawValue: try cursor.readByte()) else {
      throw cursor.failure(.unknownValue)
    }
    var hunks: [HunkID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      hunks.append(try HunkID(decoding: &cursor))
    }
    self.init(field: field, kind: kind, hunks: hunks)
  }
}
