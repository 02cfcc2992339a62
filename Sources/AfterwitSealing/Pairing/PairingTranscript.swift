// Problem: the invite is one line that people send in a chat. Whoever reads it there can stand
// between the two machines and show each of them keys of its own.
//
// Idea: both sides hash everything that was said into four words, 40 bits, and people compare them
// on the two screens. Forty bits alone would not suffice: an attacker who could choose its message
// last would try keys until the words agree. So the inviter first commits to a random nonce, then
// the joiner says everything that it has to say, and only then is the nonce revealed. Towards each
// side the attacker must decide on its own messages before it learns the nonce that the words
// depend on.
//
// Invariant: for each pairing that two people start by hand, the attacker has one guess in 2^40,
// however much it computes.

internal import AfterwitEncoding
internal import AfterwitWire

/// Everything that was said before the words are shown, in order.
struct PairingTranscript {
  private var parts: [UInt8]

  init(invite: Invite, commitment hash: [UInt8], journal: JournalID) {
    parts = invite.bytes + PairingMessage.commitment(hash: hash, journal: journal).bytes
  }

  /// The hash by which an inviter commits to its nonce and its identity.
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
