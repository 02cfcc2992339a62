public import AfterwitEncoding

/// One statement of a control envelope: who is a member, which keys there are, who can open them.
///
/// A control payload is a sequence of records, each a tag (varint) and a blob. A record with an
/// unknown tag is kept as it is and changes nothing; an odd one is critical (Protocol/5-sealing,
/// "Control records").
public enum ControlRecord: Hashable, Sendable {
  /// Admits a member.
  case member(Member)
  /// Begins an epoch.
  case epoch(Epoch)
  /// Gives a member an epoch's key.
  case wrappedKey(WrappedKey)
  /// Says what the author of the envelope knew.
  case seen(Seen)
  /// Shuts a member out.
  case revocation(Revocation)
  /// The recovery member's own word for the journal, 64 bytes of a signature.
  case proof([UInt8])
  /// A statement from a later version.
  case unknown(tag: UInt64, bytes: [UInt8])

  /// Encodes the payload of a control envelope.
  public static func encode(_ records: [ControlRecord]) -> [UInt8] {
    var builder = ByteBuilder()
    for record in records {
      builder.append(varint: record.tag)
      builder.append(blob: record.content)
    }
    return builder.bytes
  }

  /// Decodes the payload of a control envelope.
  /// - Throws: ``DecodingFailure`` if it is malformed or holds a weak key.
  public static func decode(_ payload: [UInt8]) throws(DecodingFailure) -> [ControlRecord] {
    var cursor = ByteCursor(payload)
    var records: [ControlRecord] = []
    while !cursor.isAtEnd {
      let tag = try cursor.readVarint()
      let content = try cursor.readBlob(limit: Limits.payload)
      records.append(try ControlRecord(tag: tag, content: content))
    }
    return records
  }

  /// Whether a tag must not be passed over, and this version does not know it.
  public static func isCriticalAndUnknown(_ tag: UInt64) -> Bool {
    tag % 2 == 1 && !knownTags.contains(tag)
  }

  private static let knownTags: Set<UInt64> = [1, 2, 3, 5, 7, 9]

  private var tag: UInt64 {
    switch self {
    case .member: 1
    case .epoch: 2
    case .wrappedKey: 3
    case .seen: 5
    case .revocation: 7
    case .proof: 9
    case .unknown(let tag, _): tag
    }
  }

  private var content: [UInt8] {
    var builder = ByteBuilder()
    switch self {
    case .member(let member):
      builder.append(contentsOf: member.bytes)
    case .epoch(let epoch):
      builder.append(contentsOf: epoch.bytes)
    case .wrappedKey(let key):
      builder.append(bigEndian: key.epoch)
      builder.append(contentsOf: key.identity)
      builder.append(key.recipient)
      builder.append(contentsOf: key.encapsulatedKey)
      builder.append(contentsOf: key.ciphertext)
    case .seen(let seen):
      builder.append(contentsOf: seen.bytes)
    case .revocation(let revocation):
      builder.append(contentsOf: revocation.bytes)
    case .proof(let bytes), .unknown(_, let bytes):
      return bytes
    }
    return builder.bytes
  }

  private init(tag: UInt64, content: ArraySlice<UInt8>) throws(DecodingFailure) {
    var cursor = ByteCursor(content)
    switch tag {
    case 1:
      self = .member(try Member(decoding: &cursor))
    case 2:
      self = .epoch(try Epoch(decoding: &cursor))
    case 3:
      self = .wrappedKey(
        WrappedKey(
          epoch: try cursor.readBigEndian(),
          identity: Array(try cursor.readBytes(32)),
          recipient: try cursor.readIdentifier(),
          encapsulatedKey: Array(try cursor.readBytes(WrappedKey.encapsulatedByteCount)),
          ciphertext: Array(try cursor.readBytes(WrappedKey.ciphertextByteCount))))
    case 5:
      self = .seen(try Seen(decoding: &cursor))
    case 7:
      self = .revocation(try Revocation(decoding: &cursor))
    case 9:
      self = .proof(Array(try cursor.readBytes(RecoveryProof.byteCount)))
    default:
      self = .unknown(tag: tag, bytes: Array(cursor.readRest()))
    }
    try cursor.requireEnd()
  }
}
