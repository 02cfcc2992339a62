public import AfterwitEncoding

/// A place in a relay's order of envelopes: how many come before, and a running hash of their ids.
///
/// It saves work, but proves nothing; heads tell what is held.
public struct RelayCursor: Hashable, Sendable {
  /// The start, before every envelope.
  public static let start = RelayCursor(position: 0, hash: [UInt8](repeating: 0, count: 32))

  /// How many envelopes come before.
  public let position: UInt64
  /// The running hash, 32 bytes; zeros at the start.
  public let hash: [UInt8]

  /// A cursor of given parts; `hash` is 32 bytes.
  public init(position: UInt64, hash: [UInt8]) {
    precondition(hash.count == 32)
    self.position = position
    self.hash = hash
  }

  /// The place after one more envelope.
  public func advanced(past id: EnvelopeID) -> RelayCursor {
    RelayCursor(position: position &+ 1, hash: Domain.cursor.hash(hash, id.bytes))
  }

  /// Position in decimal, a hyphen, the hash in hexadecimal: as a query carries it.
  public var text: String { "\(position)-\(Hexadecimal.encode(hash))" }

  /// Reads exactly what ``text`` wrote; anything else gives `nil`.
  public init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let position = UInt64(parts[0]),
      let hash = Hexadecimal.decode(parts[1]), hash.count == 32
    else { return nil }
    self.init(position: position, hash: hash)
    guard self.text == text else { return nil }
  }

  func encode(into builder: inout ByteBuilder) {
    builder.append(bigEndian: position)
    builder.append(contentsOf: hash)
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    self.init(position: try cursor.readBigEndian(), hash: Array(try cursor.readBytes(32)))
  }
}
