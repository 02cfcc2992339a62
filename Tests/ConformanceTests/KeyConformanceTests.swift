import AfterwitEncoding
import AfterwitSealing
import AfterwitVectors
import AfterwitWire
import Foundation
import Testing

@Suite("Vectors of keys and pairing")
struct KeyConformanceTests {
  struct Document: Decodable {
    struct Wrapped: Decodable {
      let name, epoch: String
      let signingSeed, agreementSeed, recipient, journal, epochKey, identity: HexBytes
      let encapsulatedKey, ciphertext: HexBytes
    }
    struct Founding: Decodable {
      let founder, recovery, envelope, id: HexBytes
    }
    struct Recovery: Decodable {
      struct Later: Decodable {
        let text: String
        let journal: HexBytes
      }
      let text: String
      let later: Later
      let secret, signingSeed, agreementSeed, device, member: HexBytes
    }
    struct Pairing: Decodable {
      let relay, invite: String
      let secret, genesis, relayKey, token, journal, inviter, inviterSalt, inviterNonce: HexBytes
      let joinerSigningSeed, joinerAgreementSeed, joinerSalt, joinerNonce, admission: HexBytes
      let commitment, hello, reveal, confirmed, welcome: HexBytes
      let wordNumbers: [Int]
    }
    let wrapped: [Wrapped]
    let genesis: Founding
    let recovery: Recovery
    let pairing: Pairing
  }

  /// Gives bytes that a vector names, in the order in which they are drawn.
  struct ReplayedBytes: RandomNumberGenerator {
    var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    mutating func next() -> UInt64 { UInt64(bytes.popFirst() ?? 0) }
  }

  let document: Document

  init() throws {
    document = try VectorFile("vectors/envelope.json").decode()
  }

  @Test("a wrapped key opens for its recipient [AW-SEAL-12]")
  func wrapped() throws {
    let recovery = try #require(RecoverySecret(text: document.recovery.text))
    for item in document.wrapped {
      let device = try DeviceKeys(
        decoding: item.signingSeed.bytes + item.agreementSeed.bytes
          + [UInt8](repeating: 0, count: 32))
      let journal = try #require(JournalID(item.journal.bytes))
      let wrapped = WrappedKey(
        epoch: try #require(UInt32(item.epoch)), identity: item.identity.bytes,
        recipient: try #require(DeviceID(item.recipient.bytes)),
        encapsulatedKey: item.encapsulatedKey.bytes, ciphertext: item.ciphertext.bytes)
      #expect(device.open(wrapped, journal: journal)?.bytes == item.epochKey.bytes)
      if item.recipient == document.recovery.device {
        #expect(recovery.open(wrapped, journal: journal)?.bytes == item.epochKey.bytes)
      }
    }
  }

  @Test("a key wrapped under the identity of another does not open [AW-SEAL-12]")
  func liar() throws {
    let item = try #require(document.wrapped.first)
    let device = try DeviceKeys(
      decoding: item.signingSeed.bytes + item.agreementSeed.bytes
        + [UInt8](repeating: 0, count: 32))
    let journal = try #require(JournalID(item.journal.bytes))
    let member = PlainMember(
      rank: 1, signingSeed: item.signingSeed.bytes, agreementSeed: item.agreementSeed.bytes)
    let info = PlainWrap.info(
      journal: item.journal.bytes, number: 1, key: item.epochKey.bytes,
      recipient: item.recipient.bytes)
    for (key, opens) in [(item.epochKey.bytes, true), ([UInt8](repeating: 9, count: 32), false)] {
      let made = try PlainWrap(key: key, member: member, info: info)
      let wrapped = WrappedKey(
        epoch: 1, identity: item.identity.bytes, recipient: device.device,
        encapsulatedKey: made.encapsulatedKey, ciphertext: made.ciphertext)
      #expect((device.open(wrapped, journal: journal) != nil) == opens)
    }
  }

  @Test("a genesis founds its roster [AW-SEAL-11] [AW-SEAL-13]")
  func genesis() throws {
    let envelope = try Envelope(parsing: document.genesis.envelope.bytes)
    #expect(envelope.id.bytes == document.genesis.id.bytes)
    let roster = try Roster(genesis: envelope)
    #expect(
      Set(roster.members.map(\.device.bytes))
        == [document.genesis.founder.bytes, document.genesis.recovery.bytes])
    #expect(roster.wrappedKeys.count == 2)
    let records = try ControlRecord.decode(envelope.payload)
    #expect(ControlRecord.encode(records) == envelope.payload)
  }

  @Test("a recovery secret has its text and its member [AW-SEAL-15]")
  func recovery() throws {
    let secret = try #require(RecoverySecret(text: document.recovery.text))
    #expect(secret.text == document.recovery.text)
    #expect(secret.member.bytes == document.recovery.member.bytes)
    #expect(secret.device.bytes == document.recovery.device.bytes)
    let derived = try DeviceKeys(
      decoding: document.recovery.signingSeed.bytes + document.recovery.agreementSeed.bytes
        + [UInt8](repeating: 0, count: 32))
    #expect(derived.member.signingKey == secret.member.signingKey)
    #expect(derived.member.agreementKey == secret.member.agreementKey)
  }

  @Test("a later recovery secret names its journal [AW-SEAL-50]")
  func laterRecovery() throws {
    let later = document.recovery.later
    let secret = try #require(RecoverySecret(text: later.text))
    #expect(secret.text == later.text && secret.journal.bytes == later.journal.bytes)
    #expect(secret.device.bytes == document.recovery.device.bytes)
  }

  @Test("a pairing goes message by message [AW-SEAL-16] [AW-SEAL-17] [AW-SEAL-18] [AW-SEAL-19]")
  func pairing() throws {
    let item = document.pairing
    let invite = try #require(Invite(text: item.invite))
    #expect(invite.text == item.invite)
    #expect(invite.secret == item.secret.bytes)
    #expect(invite.genesis.bytes == item.genesis.bytes)
    #expect(invite.relay == item.relay)
    #expect(invite.relayKey == item.relayKey.bytes)
    #expect(invite.mailboxToken.bytes == item.token.bytes)
    let keys = try DeviceKeys(
      decoding: item.joinerSigningSeed.bytes + item.joinerAgreementSeed.bytes
        + [UInt8](repeating: 0, count: 32))
    var inviterBytes = ReplayedBytes(item.inviterSalt.bytes + item.inviterNonce.bytes)
    var inviter = PairingInviter(
      invite: invite, journal: try #require(JournalID(item.journal.bytes)),
      device: try #require(DeviceID(item.inviter.bytes)), using: &inviterBytes)
    var joinerBytes = ReplayedBytes(item.joinerSalt.bytes + item.joinerNonce.bytes)
    var joiner = PairingJoiner(invite: invite, keys: keys, using: &joinerBytes)
    let words = item.wordNumbers.map { PairingWords.list[$0] }
    let admission = try #require(EnvelopeID(item.admission.bytes))

    #expect(try inviter.start() == [.leave(item.commitment.bytes)])
    #expect(try inviter.receive(item.commitment.bytes) == [])
    #expect(try joiner.receive(item.commitment.bytes) == [.leave(item.hello.bytes)])
    #expect(try joiner.receive(item.hello.bytes) == [])
    #expect(
      try inviter.receive(item.hello.bytes) == [.leave(item.reveal.bytes), .ask(words: words)])
    #expect(try inviter.receive(item.reveal.bytes) == [])
    #expect(try joiner.receive(item.reveal.bytes) == [.ask(words: words)])
    #expect(try joiner.confirm() == [.leave(item.confirmed.bytes)])
    #expect(try joiner.receive(item.confirmed.bytes) == [])
    #expect(try inviter.receive(item.confirmed.bytes) == [])
    #expect(try inviter.confirm() == [.admit(keys.member)])
    #expect(
      try inviter.admitted(by: admission)
        == [.leave(item.welcome.bytes), .done(admission: admission)])
    #expect(try joiner.receive(item.welcome.bytes) == [.done(admission: admission)])
  }
}
