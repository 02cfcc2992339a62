import AfterwitEncoding
import AfterwitSealing
import AfterwitWire
import Crypto
import Foundation
import Testing

@Suite("Vectors of founding, of X-Wing and of mailboxes")
struct FoundingConformanceTests {
  struct Document: Decodable {
    struct Founding: Decodable {
      let name: String
      let layer: String?
      let members: Int?
      let envelope: HexBytes
    }
    struct XWing: Decodable {
      let name: String
      let seed, expanded, publicKey, encapsulated, mlkem, x25519, shared: HexBytes
    }
    struct Mailbox: Decodable {
      let name, end: String
      let side: Int
      let messages: [HexBytes]
    }
    let foundings: [Founding]
    let xwing: [XWing]
    let mailboxes: [Mailbox]
    let pairing: KeyConformanceTests.Document.Pairing
  }

  let document: Document

  init() throws {
    document = try VectorFile("vectors/envelope.json").decode()
  }

  @Test("a genesis founds a roster or fails at its layer [AW-SEAL-10] [AW-SEAL-13] [AW-SEAL-26]")
  func foundings() throws {
    for item in document.foundings {
      do throws(EnvelopeFailure) {
        let envelope = try Envelope(parsing: item.envelope.bytes)
        let roster = try Roster(genesis: envelope)
        #expect(roster.members.count == item.members, "\(item.name)")
        let folded = try Roster.folded(admitted: [envelope], genesis: envelope.id)
        #expect(folded?.members.count == item.members, "\(item.name)")
      } catch {
        #expect(error.layer.rawValue == item.layer, "\(item.name)")
      }
    }
  }

  @Test("X-Wing expands its seed and joins its halves [AW-SEAL-30]")
  func xwing() throws {
    for item in document.xwing {
      let key = try XWingMLKEM768X25519.PrivateKey(
        seedRepresentation: item.seed.bytes, publicKey: nil)
      #expect(Array(key.publicKey.rawRepresentation) == item.publicKey.bytes, "\(item.name)")
      let shared = try key.decapsulate(Data(item.encapsulated.bytes))
      #expect(shared.withUnsafeBytes { Array($0) } == item.shared.bytes, "\(item.name)")
      let member = try DeviceKeys(
        decoding: [UInt8](repeating: 1, count: 32) + item.seed.bytes
          + [UInt8](repeating: 0, count: 32)
      ).member
      #expect(member.agreementKey == item.publicKey.bytes, "\(item.name)")
    }
  }

  @Test("a mailbox ends its pairing as it must [AW-SEAL-18] [AW-SEAL-20] [AW-SEAL-28]")
  func mailboxes() throws {
    for item in document.mailboxes {
      let end =
        item.side == 1
        ? try Self.end(of: item.messages, startingWith: inviter())
        : try Self.end(of: item.messages, startingWith: (try joiner(), []))
      #expect(end == item.end, "\(item.name)")
    }
  }

  /// How a side ends that is given messages one by one and confirms whatever it is asked.
  private static func end<Side: PairingSide>(
    of messages: [HexBytes], startingWith start: (side: Side, effects: [PairingEffect])
  ) throws -> String {
    var side = start.side
    for message in messages {
      do throws(PairingFailure) {
        var effects = try side.receive(message.bytes)
        for case .ask in effects { effects += try side.confirm() }
        for effect in effects {
          if effect == .declined { return "declined" }
          if case .done = effect { return "done" }
        }
      } catch {
        return "\(error)"
      }
    }
    return "unended"
  }

  private func inviter() throws -> (PairingInviter, [PairingEffect]) {
    let item = document.pairing
    var random = KeyConformanceTests.ReplayedBytes(
      item.inviterSalt.bytes + item.inviterNonce.bytes)
    var inviter = PairingInviter(
      invite: try #require(Invite(text: item.invite)),
      journal: try #require(JournalID(item.journal.bytes)),
      device: try #require(DeviceID(item.inviter.bytes)), using: &random)
    let effects = try inviter.start()
    return (inviter, effects)
  }

  private func joiner() throws -> PairingJoiner {
    let item = document.pairing
    let keys = try DeviceKeys(
      decoding: item.joinerSigningSeed.bytes + item.joinerAgreementSeed.bytes
        + [UInt8](repeating: 0, count: 32))
    var random = KeyConformanceTests.ReplayedBytes(item.joinerSalt.bytes + item.joinerNonce.bytes)
    return PairingJoiner(
      invite: try #require(Invite(text: item.invite)), keys: keys, using: &random)
  }
}
