/// One whole pairing, message by message.
enum PairingVectors {
  static func value() throws -> VectorValue {
    let talk = try PlainPairing()
    return .object([
      ("secret", .bytes(PlainPairing.secret)), ("genesis", .bytes(PlainPairing.genesis)),
      ("relay", .text(PlainPairing.relay)), ("relayKey", .bytes(PlainPairing.relayKey)),
      ("invite", .text(talk.inviteText)),
      ("token", .bytes(PlainPairing.derive(PlainEncoder.domain("mailbox")))),
      ("journal", .bytes(EnvelopeVectors.journal)), ("inviter", .bytes(talk.device)),
      ("inviterSalt", .bytes(PlainPairing.inviterSalt)),
      ("inviterNonce", .bytes(PlainPairing.inviterNonce)),
      ("joinerSigningSeed", .bytes(EnvelopeVectors.joiner.signingSeed)),
      ("joinerAgreementSeed", .bytes(EnvelopeVectors.joiner.agreementSeed)),
      ("joinerSalt", .bytes(PlainPairing.joinerSalt)),
      ("joinerNonce", .bytes(PlainPairing.joinerNonce)),
      ("admission", .bytes(PlainPairing.admission)),
      ("commitment", .bytes(try talk.inviter(talk.commitment, 0))),
      ("hello", .bytes(try talk.joiner(talk.hello, 0))),
      ("reveal", .bytes(try talk.inviter(talk.reveal, 1))),
      ("wordNumbers", .list(talk.wordNumbers.map(VectorValue.count))),
      ("confirmed", .bytes(try talk.joiner([4], 1))),
      ("welcome", .bytes(try talk.inviter([5] + PlainPairing.admission, 2))),
    ])
  }

  /// Mailboxes of that pairing, as one of its sides reads them to an end.
  static func mailboxes() throws -> VectorValue {
    let talk = try PlainPairing()
    let commitment = try talk.inviter(talk.commitment, 0)
    let hello = try talk.joiner(talk.hello, 0)
    let reveal = try talk.inviter(talk.reveal, 1)
    let confirmed = try talk.joiner([4], 1)
    let welcome = [5] + PlainPairing.admission
    let last = try talk.inviter(welcome, 2)
    func changed(_ message: [UInt8], at offset: Int) -> [UInt8] {
      var copy = message
      copy[offset] ^= 1
      return copy
    }
    let otherReveal = [3] + [UInt8](repeating: 0xa3, count: 32) + talk.device
    let cases: [(String, Int, String, [[UInt8]])] = [
      ("a whole pairing", 2, "done", [commitment, hello, reveal, confirmed, last]),
      ("hello before commitment", 1, "outOfOrder", [hello]),
      ("confirmed before reveal", 1, "outOfOrder", [commitment, hello, confirmed]),
      ("reveal before hello", 2, "outOfOrder", [commitment, reveal]),
      ("welcome before confirmed", 2, "outOfOrder", [commitment, hello, reveal, last]),
      (
        "welcome in the place of reveal", 2, "outOfOrder",
        [commitment, hello, try talk.inviter(welcome, 1)]
      ),
      (
        "every message twice, byte for byte", 2, "done",
        [
          commitment, commitment, hello, hello, reveal, hello, reveal, confirmed, commitment, last,
        ]
      ),
      (
        "a second hello", 1, "outOfOrder",
        [commitment, hello, reveal, try talk.joiner(talk.hello, 1)]
      ),
      (
        "confirmed twice", 1, "outOfOrder",
        [commitment, hello, reveal, confirmed, try talk.joiner([4], 2)]
      ),
      (
        "the own message twice, and a no", 1, "declined",
        [commitment, commitment, try talk.joiner([6], 0)]
      ),
      ("another's message in the own name", 1, "impostor", [changed(commitment, at: 40)]),
      ("a message that does not open", 1, "unreadable", [commitment, changed(hello, at: 40)]),
      ("a speaker that is none", 1, "unreadable", [commitment, changed(hello, at: 0)]),
      ("a kind without a layout", 1, "malformed", [commitment, try talk.joiner([9], 0)]),
      (
        "a hello of another rank", 1, "proof",
        [commitment, try talk.joiner(talk.hello(rank: 255), 0)]
      ),
      (
        "a hello with another's proof", 1, "proof",
        [commitment, try talk.joiner(talk.hello(by: EnvelopeVectors.founder), 0)]
      ),
      (
        "another nonce than was promised", 2, "commitment",
        [commitment, hello, try talk.inviter(otherReveal, 1)]
      ),
      (
        "the joiner's no before reveal", 1, "declined",
        [commitment, hello, try talk.joiner([6], 1)]
      ),
      (
        "the inviter's no before confirmed", 2, "declined",
        [commitment, hello, reveal, try talk.inviter([6], 2)]
      ),
    ]
    return .list(
      cases.map { name, side, end, messages in
        .object([
          ("name", .text(name)), ("side", .count(side)), ("end", .text(end)),
          ("messages", .list(messages.map { .bytes($0) })),
        ])
      })
  }
}
