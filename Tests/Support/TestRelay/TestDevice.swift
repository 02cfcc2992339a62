package import AfterwitEncoding
package import AfterwitTestRandomness
package import AfterwitWire
package import Crypto

/// A device that writes envelopes without any of the journal's own machinery.
package struct TestDevice {
  /// Its signing key.
  package let key: Curve25519.Signing.PrivateKey
  /// The journal it writes to.
  package let journal: JournalID
  private var last: (number: UInt64, id: EnvelopeID) = (0, .zero)

  /// A device of a journal, whose key comes from `random`.
  package init(journal: JournalID, from random: inout SeededGenerator) throws {
    key = try Curve25519.Signing.PrivateKey(rawRepresentation: random.bytes(32))
    self.journal = journal
  }

  /// Its public key.
  package var signingKey: SigningKey { SigningKey(key.publicKey) }
  /// Its id.
  package var id: DeviceID { signingKey.device }
  /// What a roster says of it.
  package var member: Member {
    Member(
      rank: Member.deviceRank, signingKey: signingKey,
      agreementKey: [UInt8](repeating: 7, count: Member.agreementKeyByteCount))
  }

  /// The next envelope of the log: a sealed change as the relay sees one, or another kind.
  package mutating func write(
    _ payload: [UInt8], kind: EnvelopeKindCode = .change
  ) throws -> Envelope {
    let envelope = try envelope(
      payload, kind: kind, number: last.number + 1, previous: last.id)
    last = (last.number + 1, envelope.id)
    return envelope
  }

  /// An envelope at a place of the caller's choice; the log does not move.
  package func envelope(
    _ payload: [UInt8], kind: EnvelopeKindCode = .change, number: UInt64, previous: EnvelopeID
  ) throws -> Envelope {
    let isControl = kind == .control
    let filler = [UInt8](repeating: isControl ? 0 : 9, count: 32)
    let header = EnvelopeHeader(
      kind: kind, journal: journal, device: id, number: number, previous: previous,
      epoch: isControl ? 0 : 1, salt: filler, commitment: filler,
      payloadLength: UInt32(payload.count), payloadHash: Array(SHA256.hash(data: payload)))
    return try Envelope.signed(header: header, payload: payload, key: key)
  }
}
