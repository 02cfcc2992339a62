/// A value of a vector file, written so that a person can read it and two writings are the same.
public indirect enum VectorValue: Sendable {
  /// A string.
  case text(String)
  /// A number small enough for every JSON reader.
  case count(Int)
  /// A list.
  case list([VectorValue])
  /// Names and values, in this order.
  case object([(name: String, value: VectorValue)])

  /// The bytes in hexadecimal.
  public static func bytes(_ bytes: [UInt8]) -> VectorValue {
    .text(PlainEncoder.hexadecimal(bytes))
  }

  /// The JSON text, one value a line, ending in a line break.
  public var json: String { write(indent: "") + "\n" }

  private func write(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quote(text)
    case .count(let count): return String(count)
    case .list(let values):
      if values.isEmpty { return "[]" }
      if values.allSatisfy(\.isCount) {
        return "[" + values.map { $0.write(indent: "") }.joined(separator: ", ") + "]"
      }
      let lines = values.map { inner + $0.write(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members):
      let lines = members.map { member in
        inner + Self.quote(member.name) + ": " + member.value.write(indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  private var isCount: Bool {
    if case .count = self { return true }
    return false
  }

  private static func quote(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
