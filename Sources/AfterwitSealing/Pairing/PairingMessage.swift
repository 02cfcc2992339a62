internal import AfterwitEncoding
internal import AfterwitWire

/// What the two sides of a pairing say to each other, before it is sealed.
enum PairingMessage: Hashable {
  /// Inviter: a hash of what it will reveal, and the journal.
  case commitment(hash: [UInt8], journal: JournalID)
  /// Joiner: its public keys, its nonce, and a signature that proves possession of the keys.
  case hello(Hello)
  /// Inviter: what it had committed to.
  case reveal(nonce: [UInt8], device: DeviceID)
  /// Joiner: its person found the words to be the same.
  case confirmed
  /// Inviter: the new device is a member by this envelope.
  case welcome(admission: EnvelopeID)
  /// Either: its person found the words to differ, or gave up.
  case declined

  /// A joiner's introduction.
  struct Hello: Hashable {
    let member: Member
    let nonce: [UInt8]
    let proof: [UInt8]

    /// The part of the hello that the proof signs, together with what was said before.
    var unsigned: [UInt8] { member.bytes + nonce }
  }

  static let nonceByteCount = 32

  /// One byte for the kind, then the fields in their fixed lengths.
  var bytes: [UInt8] {
    switch self {
    case .commitment(let hash, let journal): [1] + hash + journal.bytes
    case .hello(let hello): [2] + hello.unsigned + hello.proof
    case .reveal(let nonce, let device): [3] + nonce + device.bytes
    case .confirmed: [4]
    case .welcome(let admission): [5] + admission.bytes
    case .declined: [6]
    }
  }

  /// Reads exactly what ``bytes`` wrote.
  /// - Throws: ``PairingFailure/malformed``, or ``PairingFailure/proof`` for a weak key.
  init(decoding bytes: [UInt8]) throws(PairingFailure) {
    var cursor = ByteCursor(bytes)
    do throws(DecodingFailure) {
      let kind = try cursor.readByte()
      switch kind {
      case 1:
        self = .commitment(
          hash: Array(try cursor.readBytes(32)), journal: try cursor.readIdentifier())
      case 2:
        self = .hello(
          Hello(
            member: try Member(decoding: &cursor),
            nonce: Array(try cursor.readBytes(Self.nonceByteCount)),
            proof: Array(try cursor.readBytes(64))))
      case 3:
        self = .reveal(
          nonce: Array(try cursor.readBytes(Self.nonceByteCount)),
          device: try cursor.readIdentifier())
      case 4: self = .confirmed
      case 5: self = .welcome(admission: try cursor.readIdentifier())
      case 6: self = .declined
      default: throw cursor.failure(.notCanonical)
      }
      try cursor.requireEnd()
    } catch {
      throw error.reason == .unknownValue ? PairingFailure.proof : PairingFailure.malformed
    }
  }
}
