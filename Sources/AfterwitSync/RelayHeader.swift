internal import AfterwitWire

/// A header that a proxy before the relay wants in every request; its value is a secret.
public struct RelayHeader: Hashable, Sendable {
  /// Why a text is not such a header; it does not hold the value.
  public enum Failure: Error, Hashable, Sendable {
    /// It is not `NAME: VALUE` in visible ASCII and spaces.
    case malformed
    /// The calls themselves use a header of this name.
    case reserved(name: String)
  }

  /// The most bytes that all headers of a relay may have together.
  public static let limit = 6 << 10

  /// What a request to a relay says itself, and what belongs to one connection only.
  private static let reservedNames: Set<String> = [
    "accept", "authorization", "connection", "content-length", "content-type", "expect", "host",
    "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer", "transfer-encoding",
    "upgrade", RelayCall.generationHeader, RelayCall.refusalHeader, RelayCall.outByHeader,
  ]

  /// The name, as it was written.
  public let name: String
  /// The value; a secret.
  public let value: String

  /// Reads `NAME: VALUE`.
  public init(_ text: String) throws(Failure) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      text.utf8.allSatisfy({ (0x20...0x7e).contains($0) })
    else { throw .malformed }
    let name = text[..<colon]
    var value = text[text.index(after: colon)...].drop { $0 == " " }
    while value.last == " " { value.removeLast() }
    guard !name.isEmpty, !value.isEmpty, name.allSatisfy(Self.isOfName) else { throw .malformed }
    guard !Self.reservedNames.contains(name.lowercased()) else {
      throw .reserved(name: String(name))
    }
    self.name = String(name)
    self.value = String(value)
  }

  /// The line of a request.
  public var text: String { "\(name): \(value)" }

  /// A letter, a digit or one of the marks that RFC 9110 ("Tokens") allows in a name.
  private static func isOfName(_ character: Character) -> Bool {
    character.isASCII
      && (character.isLetter || character.isNumber || "!#$%&'*+-.^_`|~".contains(character))
  }
}

extension RelayHeader: CustomStringConvertible {
  /// The name, and a sign for the value.
  public var description: String { "\(name): …" }
}
