internal import AfterwitEncoding

/// The secret that stands for a session or a mailbox: 32 random bytes, sent as a bearer token.
public struct Token: Hashable, Sendable {
  /// The length of the token, in bytes.
  public static let byteCount = 32
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes exactly 32 bytes; any other count gives `nil`.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The token in hexadecimal, as the `Authorization: Bearer` header carries it.
  public var text: String { Hexadecimal.encode(bytes) }

  /// Reads what ``text`` wrote.
  public init?(text: some StringProtocol) {
    guard let bytes = Hexadecimal.decode(text) else { return nil }
    self.init(bytes)
  }
}
