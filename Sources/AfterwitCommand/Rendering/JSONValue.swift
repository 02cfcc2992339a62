internal import AfterwitExchange

/// A JSON value, written on one line with its members in the order given.
enum JSONValue: Hashable {
  /// No value under a name that every document has.
  case null
  /// A truth.
  case flag(Bool)
  /// A count.
  case integer(Int)
  /// A text.
  case string(String)
  /// Values in order.
  case list([JSONValue])
  /// Named values in order.
  case object([Member])

  /// A named value.
  struct Member: Hashable {
    let name: String
    let value: JSONValue
  }

  /// The text, or null.
  init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// An object of given members.
  static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  /// The value as text (RFC 8259); only characters that must be escaped are.
  var text: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .integer(let integer): String(integer)
    case .string(let string): QuotedText.json(string)
    case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { QuotedText.json($0.name) + ":" + $0.value.text }.joined(separator: ",")
        + "}"
    }
  }
}
