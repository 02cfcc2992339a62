// Problem: the two sides of a pairing talk through a mailbox. The relay keeps their messages, and
// must neither read nor change them; and a mailbox gives everybody all messages, their own
// included.
//
// Idea: each message says in the clear which side wrote it and its number in that side's sequence.
// It is sealed under a key derived from the invite's secret, the genesis id, the side, the number,
// and 16 bytes that the side drew at random.
//
// Invariant: no key seals two different messages, even if two machines have the same invite,
// because each of them draws 16 bytes of its own. Each message opens at exactly one place of
// exactly one side's sequence, and answers what its reader left before: it stands behind all of
// that (AW-SEAL-28). Only a no may come at any time. Whoever got no answer to a message leaves it
// again, so a message may lie there twice, byte for byte; the second says nothing (AW-SEAL-33).

internal import AfterwitEncoding
internal import AfterwitWire

/// One side's view of the messages in the mailbox.
struct PairingChannel {
  /// The side that wrote a message; its byte is the first of the message.
  enum Side: UInt8 {
    case inviter = 1
    case joiner = 2

    var other: Side { self == .inviter ? .joiner : .inviter }
  }

  private static let saltByteCount = 16

  private let invite: Invite
  private let side: Side
  private let salt: [UInt8]
  private var sent: [[UInt8]] = []
  private var seen = 0
  private var read: Set<[UInt8]> = []
  private var receivedCount: UInt8 = 0

  init(invite: Invite, side: Side, using random: inout some RandomNumberGenerator) {
    self.invite = invite
    self.side = side
    salt = random.bytes(Self.saltByteCount)
  }

  /// Seals the next message of this side.
  mutating func seal(_ message: PairingMessage) throws(PairingFailure) -> [UInt8] {
    let prefix = [side.rawValue, UInt8(sent.count)] + salt
    do throws(SealingFailure) {
      let sealed = try OneTimeBox.seal(
        message.bytes, key: Self.key(of: invite, prefix: prefix), authenticating: prefix)
      sent.append(prefix + sealed)
      return prefix + sealed
    } catch {
      throw PairingFailure.cryptography
    }
  }

  /// Opens the next message of the other side; `nil` if it is the next of this side's own messages,
  /// or one that was read before.
  mutating func open(_ bytes: [UInt8]) throws(PairingFailure) -> PairingMessage? {
    guard !read.contains(bytes) else { return nil }
    defer { read.insert(bytes) }
    guard bytes.count >= 2 + Self.saltByteCount, let speaker = Side(rawValue: bytes[0]) else {
      throw PairingFailure.unreadable
    }
    if speaker == side {
      guard let place = sent.firstIndex(of: bytes) else { throw PairingFailure.impostor }
      guard place == seen else { throw PairingFailure.outOfOrder }
      seen += 1
      return nil
    }
    let plain = try Self.plaintext(of: bytes, invite: invite)
    guard bytes[1] == receivedCount else { throw PairingFailure.outOfOrder }
    receivedCount += 1
    let message = try PairingMessage(decoding: plain)
    guard seen == sent.count || message == .declined else { throw PairingFailure.outOfOrder }
    return message
  }

  /// What a message of either side says, wherever it stands.
  static func plaintext(of bytes: [UInt8], invite: Invite) throws(PairingFailure) -> [UInt8] {
    let prefix = Array(bytes.prefix(2 + saltByteCount))
    guard
      let plain = OneTimeBox.open(
        bytes.dropFirst(prefix.count), key: key(of: invite, prefix: prefix), authenticating: prefix)
    else { throw PairingFailure.unreadable }
    return plain
  }

  private static func key(of invite: Invite, prefix: [UInt8]) -> [UInt8] {
    KeyDerivation.derive(
      from: invite.secret, info: Domain.pairing.bytes + invite.genesis.bytes + prefix, count: 32)
  }
}
