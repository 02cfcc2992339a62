// What both screens compare.
//
// Problem: the invite is one line that people send in a chat; whoever reads it there can stand
// between the two machines and show each of them keys of its own. Idea: both sides hash all that
// was said into four words, 40 bits, and people compare them. Forty bits alone would not do: an
// attacker who could choose its message last would try keys until the words agree. So the inviter
// first commits to a random nonce, the joiner then says everything it has to say, and only then
// is the nonce revealed. Towards each of the two the attacker must fix its own words before it
// learns the nonce that decides theirs. Invariant: it has one guess in 2^40 for each pairing that
// two people start by hand, however much it computes.

internal import AfterwitEncoding
internal import AfterwitWire

/// Everything that was said before the words are shown, in order.
struct PairingTranscript {
  private var parts: [UInt8]

  init(invite: Invite, commitment hash: [UInt8], journal: JournalID) {
    parts = invite.bytes + PairingMessage.commitment(hash: hash, journal: journal).bytes
  }

  /// The hash by which an inviter promises its nonce and its identity.
  static func commitment(nonce: [UInt8], device: DeviceID) -> [UInt8] {
    Domain.pairingCommitment.hash(nonce, device.bytes)
  }

  /// What a joiner signs to prove that it holds the key it shows.
  func proofBytes(for unsignedHello: [UInt8]) -> [UInt8] {
    Domain.pairingProof.bytes + parts + unsignedHello
  }

  mutating func append(_ message: PairingMessage) {
    parts += message.bytes
  }

  /// The four words.
  var words: [String] {
    PairingWords.words(of: Domain.pairingWords.hash(parts))
  }
}
