public import AfterwitEncoding
public import AfterwitWire

/// The one line that a member gives to a second machine: where the two meet, and for which journal.
///
/// Whoever has the line can come to the meeting; only the four words on both screens show that
/// nobody else came. It is good for one pairing within ten minutes.
public struct Invite: Hashable, Sendable {
  /// The length of the secret, in bytes.
  public static let secretByteCount = 16
  private static let prefix = "awi1-"
  /// The length of a relay's key, in bytes.
  private static let keyByteCount = 32
  private static let checksumByteCount = 4
  /// The most bytes that an invite has: version, secret, genesis, the relay's key, the address and its
  /// length, checksum.
  private static let byteLimit =
    1 + secretByteCount + EnvelopeID.byteCount + keyByteCount + 2 + Limits.relayAddress
    + checksumByteCount

  /// 128 random bits that open the mailbox and seal what is left there.
  public let secret: [UInt8]
  /// The envelope that founded the journal, which the second machine trusts.
  public let genesis: EnvelopeID
  /// The relay's address, at most ``Limits/relayAddress`` bytes of UTF-8.
  public let relay: String
  /// The relay's key, 32 bytes, by which the second machine knows it from the first call on; `nil` in an
  /// invite of an earlier version, or where the inviter does not know it.
  public let relayKey: [UInt8]?

  /// An invite of given parts; `secret` is 16 bytes and `relayKey` 32.
  public init(
    secret: [UInt8], genesis: EnvelopeID, relay: String, relayKey: [UInt8]? = nil
  ) {
    precondition(secret.count == Self.secretByteCount)
    precondition(relayKey.map { $0.count == Self.keyByteCount } ?? true)
    precondition(relay.utf8.count <= Limits.relayAddress)
    self.secret = secret
    self.genesis = genesis
    self.relay = relay
    self.relayKey = relayKey
  }

  /// Draws the secret of a new invite.
  public init(
    genesis: EnvelopeID, relay: String, relayKey: [UInt8]? = nil,
    using random: inout some RandomNumberGenerator
  ) {
    self.init(
      secret: random.bytes(Self.secretByteCount), genesis: genesis, relay: relay,
      relayKey: relayKey)
  }

  /// The line: `awi1-` and base 32.
  public var text: String { Self.prefix + Base32.encode(bytes + Self.checksum(of: bytes)) }

  /// Reads what ``text`` wrote, whatever its case and wherever white space stands in it; `nil` if it
  /// is damaged.
  public init?(text: String) {
    let line = text.filter { !$0.isWhitespace }
    guard line.prefix(Self.prefix.count).lowercased() == Self.prefix,
      let bytes = Base32.decode(line.dropFirst(Self.prefix.count)),
      bytes.count > Self.checksumByteCount
    else { return nil }
    let content = Array(bytes.dropLast(Self.checksumByteCount))
    guard Self.checksum(of: content) == Array(bytes.suffix(Self.checksumByteCount)) else {
      return nil
    }
    try? self.init(decoding: content)
  }

  /// Whether more text may make an invite of this one; white space does not count.
  public static func mayBegin(_ text: String) -> Bool {
    let line = text.filter { !$0.isWhitespace }
    let longest = prefix.count + (byteLimit * 8 + 4) / 5
    return line.count < longest
      && prefix.hasPrefix(line.prefix(prefix.count).lowercased())
  }

  /// The token that opens the mailbox where the two meet.
  public var mailboxToken: Token {
    let bytes = KeyDerivation.derive(
      from: secret, info: Domain.mailbox.bytes, count: Token.byteCount)
    guard let token = Token(bytes) else { preconditionFailure("a token is 32 bytes") }
    return token
  }

  /// Version (1), secret (16), genesis (32), in version 2 the relay's key (32), the relay's address
  /// (string).
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(relayKey == nil ? 1 : 2)
    builder.append(contentsOf: secret)
    builder.append(genesis)
    builder.append(contentsOf: relayKey ?? [])
    builder.append(string: relay)
    return builder.bytes
  }

  private init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let version = try cursor.readByte()
    guard version == 1 || version == 2 else { throw cursor.failure(.unknownValue) }
    let secret = Array(try cursor.readBytes(Self.secretByteCount))
    let genesis: EnvelopeID = try cursor.readIdentifier()
    let relayKey = version == 2 ? Array(try cursor.readBytes(Self.keyByteCount)) : nil
    let relay = try cursor.readString(limit: Limits.relayAddress)
    try cursor.requireEnd()
    self.init(secret: secret, genesis: genesis, relay: relay, relayKey: relayKey)
  }

  private static func checksum(of bytes: [UInt8]) -> [UInt8] {
    Array(Domain.inviteChecksum.hash(bytes).prefix(checksumByteCount))
  }
}
