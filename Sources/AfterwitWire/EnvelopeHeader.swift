public import AfterwitEncoding

/// What an envelope's first 200 bytes say: who wrote it, its place in the log, and how it is
/// sealed.
public struct EnvelopeHeader: Hashable, Sendable {
  /// The length of the encoded header, in bytes.
  public static let byteCount = 200
  /// The four bytes every envelope starts with: `AWE1`.
  public static let magic: [UInt8] = Array("AWE1".utf8)
  /// The only suite: Ed25519, HKDF-SHA-256, ChaCha20-Poly1305, SHA-256, X-Wing.
  public static let suite: UInt8 = 1

  /// What the payload is.
  public var kind: EnvelopeKindCode
  /// The journal it belongs to.
  public var journal: JournalID
  /// The device that wrote it.
  public var device: DeviceID
  /// Its number in the device's log, from 1.
  public var number: UInt64
  /// The envelope before it in the device's log; zero for the first.
  public var previous: EnvelopeID
  /// The number of the epoch whose key seals it; 0 for a control envelope.
  public var epoch: UInt32
  /// 32 bytes from which its key is derived; zeros for a control envelope.
  public var salt: [UInt8]
  /// 32 bytes that tell its key from every other; zeros for a control envelope.
  public var commitment: [UInt8]
  /// The length of the payload, in bytes.
  public var payloadLength: UInt32
  /// SHA-256 of the payload, 32 bytes.
  public var payloadHash: [UInt8]

  /// A header of given parts; `salt`, `commitment` and `payloadHash` are 32 bytes each.
  public init(
    kind: EnvelopeKindCode, journal: JournalID, device: DeviceID, number: UInt64,
    previous: EnvelopeID, epoch: UInt32, salt: [UInt8], commitment: [UInt8],
    payloadLength: UInt32, payloadHash: [UInt8]
  ) {
    precondition(salt.count == 32 && commitment.count == 32 && payloadHash.count == 32)
    self.kind = kind
    self.journal = journal
    self.device = device
    self.number = number
    self.previous = previous
    self.epoch = epoch
    self.salt = salt
    self.commitment = commitment
    self.payloadLength = payloadLength
    self.payloadHash = payloadHash
  }

  /// The 200 bytes of Protocol/5-sealing, "Layout".
  public var bytes: [UInt8] {
    var builder = ByteBuilder(capacity: Self.byteCount)
    builder.append(contentsOf: Self.magic)
    builder.append(Self.suite)
    builder.append(kind.rawValue)
    builder.append(bigEndian: UInt16(0))
    builder.append(journal)
    builder.append(device)
    builder.append(bigEndian: number)
    builder.append(previous)
    builder.append(bigEndian: epoch)
    builder.append(contentsOf: salt)
    builder.append(contentsOf: commitment)
    builder.append(bigEndian: payloadLength)
    builder.append(contentsOf: payloadHash)
    return builder.bytes
  }

  /// Bytes 0..<100, from which an envelope's key is derived: everything before the salt.
  public var derivationPrefix: [UInt8] { Array(bytes[..<100]) }

  /// Bytes 0..<164, which the sealed payload authenticates.
  public var authenticatedPrefix: [UInt8] { Array(bytes[..<164]) }

  /// The envelope's id: a hash of the whole header.
  public var id: EnvelopeID {
    Domain.entry.identifier(bytes)
  }
}

/// What an envelope carries; one with a code that is not named here is kept without being
/// understood.
public struct EnvelopeKindCode: RawRepresentable, Hashable, Sendable {
  /// The byte at offset 5.
  public let rawValue: UInt8

  /// Any byte is a kind; only some are understood.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A sealed change.
  public static let change = EnvelopeKindCode(rawValue: 1)
  /// Signed records of members and keys.
  public static let control = EnvelopeKindCode(rawValue: 3)
  /// What its author holds, sealed as a change is.
  public static let heads = EnvelopeKindCode(rawValue: 4)
}
