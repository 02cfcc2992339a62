package import AfterwitEncoding

/// What a field shows.
public enum FieldView: Hashable, Sendable {
  /// A long text; never empty.
  case text(String)
  /// The value shown, and those that stand beside it.
  case register(String, others: [String])
  /// The elements, ascending by bytes; never empty.
  case set([String])
  /// The sum; at least 1.
  case counter(Int)
  /// The elements in their order; never empty.
  case list([ElementView])
}

// Its bytes are what the hash of an entry covers (Protocol/4-documents, "View, digest, held").
extension FieldView {
  /// Appends the bytes of what is shown.
  package func encode(into builder: inout ByteBuilder) {
    switch self {
    case .text(let text): TextField.encode(shown: text, into: &builder)
    case .register(let shown, let others):
      Register.encode(shown: shown, others: others, into: &builder)
    case .set(let elements): AddWinsSet.encode(shown: elements, into: &builder)
    case .counter(let sum): Counter.encode(shown: sum, into: &builder)
    case .list(let elements): ListField.encode(shown: elements, into: &builder)
    }
  }

  /// Reads what ``encode(into:)`` wrote of a field of a family.
  package init(
    decoding cursor: inout ByteCursor, of family: FieldFamily?
  ) throws(DecodingFailure) {
    guard case .field(let family)? = family?.rules else { throw cursor.failure(.unknownValue) }
    self = try family.decodeView(&cursor)
  }
}
