import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitWire
import Testing

@testable import AfterwitSealing

/// One who has the invite and says what it likes, properly sealed.
@Suite("A forger in the mailbox")
struct PairingForgeryTests {
  var samples: Samples
  let invite: Invite
  let keys: DeviceKeys

  init() throws {
    samples = try Samples(53)
    let genesis = try #require(EnvelopeID([UInt8](repeating: 8, count: 32)))
    invite = Invite(genesis: genesis, relay: "https://relay.example", using: &samples.random)
    keys = DeviceKeys(using: &samples.random)
  }

  @Test("cannot reveal another nonce or device than it was committed to [AW-SEAL-18]")
  mutating func otherReveal() throws {
    let nonce = samples.bytes(32)
    let device = samples.keys.device
    let reveals: [(PairingMessage, PairingFailure?)] = [
      (.reveal(nonce: nonce, device: device), nil),
      (.reveal(nonce: samples.bytes(32), device: device), .commitment),
      (.reveal(nonce: nonce, device: keys.device), .commitment),
    ]
    for (reveal, failure) in reveals {
      var forger = PairingChannel(invite: invite, side: .inviter, using: &samples.random)
      var joiner = PairingJoiner(invite: invite, keys: keys, using: &samples.random)
      let hash = PairingTranscript.commitment(nonce: nonce, device: device)
      let commitment = try forger.seal(.commitment(hash: hash, journal: samples.journal))
      for case .leave(let hello) in try joiner.receive(commitment) {
        _ = try joiner.receive(hello)
      }
      let bytes = try forger.seal(reveal)
      if let failure {
        #expect(throws: failure) { try joiner.receive(bytes) }
        #expect(joiner.state == .ended)
      } else {
        _ = try joiner.receive(bytes)
        #expect(joiner.state == .comparing)
      }
    }
  }

  @Test("cannot introduce keys it does not hold, or that hold nothing [AW-SEAL-10] [AW-SEAL-18]")
  mutating func otherKeys() throws {
    let own = keys.member
    let mlkem = Array(own.agreementKey.dropLast(32))
    let zeroPoint = mlkem + [UInt8](repeating: 0, count: 32)
    let noKey = [UInt8](repeating: 0xff, count: 1184) + Array(own.agreementKey.suffix(32))
    let members = [
      Member(rank: 255, signingKey: own.signingKey, agreementKey: own.agreementKey),
      Member(rank: 1, signingKey: own.signingKey, agreementKey: zeroPoint),
      Member(rank: 1, signingKey: own.signingKey, agreementKey: noKey),
      samples.keys.member,
    ]
    #expect(try introduce(own) == nil)
    for member in members {
      #expect(try introduce(member) == .proof)
    }
  }

  @Test("cannot use a proof made for another pairing [AW-SEAL-18]")
  mutating func otherProof() throws {
    var (first, _) = try startedInviter()
    let (_, commitment) = try startedInviter()
    var joiner = PairingJoiner(invite: invite, keys: keys, using: &samples.random)
    guard case .leave(let hello)? = try joiner.receive(commitment).first else {
      Issue.record("no hello")
      return
    }
    #expect(throws: PairingFailure.proof) { try first.receive(hello) }
  }

  @Test("cannot say what the state does not wait for, nor what has no layout [AW-SEAL-20]")
  mutating func wrongKinds() throws {
    for message: PairingMessage in [.confirmed, .welcome(admission: invite.genesis)] {
      var forger = PairingChannel(invite: invite, side: .joiner, using: &samples.random)
      var (inviter, _) = try startedInviter()
      let bytes = try forger.seal(message)
      #expect(throws: PairingFailure.outOfOrder) { try inviter.receive(bytes) }
    }
    #expect(throws: PairingFailure.malformed) { try PairingMessage(decoding: [9]) }
    #expect(throws: PairingFailure.malformed) { try PairingMessage(decoding: [4, 0]) }
    #expect(throws: PairingFailure.malformed) { try PairingMessage(decoding: []) }
  }

  private mutating func startedInviter() throws -> (PairingInviter, [UInt8]) {
    var inviter = PairingInviter(
      invite: invite, journal: samples.journal, device: samples.keys.device,
      using: &samples.random)
    guard case .leave(let commitment)? = try inviter.start().first else {
      throw PairingFailure.ended
    }
    _ = try inviter.receive(commitment)
    return (inviter, commitment)
  }

  /// What an inviter says to a hello with this member, signed by this suite's own keys.
  private mutating func introduce(_ member: Member) throws -> PairingFailure? {
    var (inviter, commitment) = try startedInviter()
    var reader = PairingChannel(invite: invite, side: .joiner, using: &samples.random)
    guard case .commitment(let hash, let journal)? = try reader.open(commitment) else {
      throw PairingFailure.malformed
    }
    let transcript = PairingTranscript(invite: invite, commitment: hash, journal: journal)
    let nonce = samples.bytes(32)
    let proof = try keys.sign(transcript.proofBytes(for: member.bytes + nonce))
    let hello = PairingMessage.Hello(member: member, nonce: nonce, proof: proof)
    let bytes = try reader.seal(.hello(hello))
    do throws(PairingFailure) {
      _ = try inviter.receive(bytes)
      return nil
    } catch {
      return error
    }
  }
}
