import AfterwitEncoding
import AfterwitSealing
import AfterwitWire
import Crypto
import Foundation
import Testing

@Suite("Vectors of the envelope")
struct EnvelopeConformanceTests {
  struct Document: Decodable {
    struct Sealed: Decodable {
      let name: String
      let signingSeed, signingKey, device, journal, previous: HexBytes
      let number, epoch: String
      let epochKey, salt, blind, commitment, body, envelope, id, sha256: HexBytes
    }
    struct Earlier: Decodable {
      let name, epoch: String
      let epochKey, body, envelope: HexBytes
    }
    struct Refused: Decodable {
      let name, layer, epoch: String
      let reason: String?
      let signingKey, epochKey, envelope: HexBytes
    }
    let sealed: [Sealed]
    let earlier: [Earlier]
    let padding: [[Int]]
    let refused: [Refused]
  }

  let document: Document

  init() throws {
    document = try VectorFile("vectors/envelope.json").decode()
  }

  @Test("are sealed byte for byte [AW-SEAL-1] [AW-SEAL-3] [AW-SEAL-4]")
  func sealed() throws {
    for item in document.sealed {
      let keys = try DeviceKeys(
        decoding: item.signingSeed.bytes + [UInt8](repeating: 0, count: 64))
      #expect(keys.device.bytes == item.device.bytes)
      let number = try #require(UInt32(item.epoch))
      let epoch = try #require(EpochKey(number: number, bytes: item.epochKey.bytes))
      let envelope = try Sealer.seal(
        body: item.body.bytes, journal: try #require(JournalID(item.journal.bytes)),
        number: try #require(UInt64(item.number)),
        previous: try #require(EnvelopeID(item.previous.bytes)), epoch: epoch, keys: keys,
        salt: item.salt.bytes, blind: item.blind.bytes)
      #expect(envelope.bytes == item.envelope.bytes, "\(item.name)")
      #expect(envelope.header.commitment == item.commitment.bytes)
      #expect(envelope.id.bytes == item.id.bytes)
      #expect(Array(SHA256.hash(data: envelope.bytes)) == item.sha256.bytes)
    }
  }

  @Test("are parsed, verified and opened again [AW-SEAL-3] [AW-SEAL-5]")
  func opened() throws {
    for item in document.sealed {
      let envelope = try Envelope(parsing: item.envelope.bytes)
      #expect(envelope.bytes == item.envelope.bytes)
      try envelope.verify(signedBy: try #require(SigningKey(item.signingKey.bytes)))
      var keyring = Keyring()
      let number = try #require(UInt32(item.epoch))
      keyring.insert(try #require(EpochKey(number: number, bytes: item.epochKey.bytes)))
      #expect(try Sealer.open(envelope, with: keyring) == item.body.bytes, "\(item.name)")
    }
  }

  @Test("of earlier versions, without a blind, are opened [AW-SEAL-46]")
  func earlier() throws {
    for item in document.earlier {
      var keyring = Keyring()
      let number = try #require(UInt32(item.epoch))
      keyring.insert(try #require(EpochKey(number: number, bytes: item.epochKey.bytes)))
      let envelope = try Envelope(parsing: item.envelope.bytes)
      #expect(try Sealer.open(envelope, with: keyring) == item.body.bytes, "\(item.name)")
    }
  }

  @Test("have the sizes of the padding table [AW-SEAL-7]")
  func padding() throws {
    for pair in document.padding {
      try #require(pair.count == 2)
      #expect(Padding.paddedCount(bodyCount: pair[0]) == pair[1], "a body of \(pair[0]) bytes")
    }
  }

  @Test("are refused at the first layer that fails [AW-SEAL-2] [AW-SEAL-5] [AW-SEAL-6]")
  func refused() throws {
    for item in document.refused {
      let found = try Self.layer(of: item)
      #expect(found.layer == item.layer, "\(item.name)")
      #expect(found.reason == item.reason, "\(item.name)")
    }
  }

  private static func layer(of item: Document.Refused) throws -> (layer: String, reason: String?) {
    let key = try #require(SigningKey(item.signingKey.bytes))
    var keyring = Keyring()
    let number = try #require(UInt32(item.epoch))
    keyring.insert(try #require(EpochKey(number: number, bytes: item.epochKey.bytes)))
    do {
      let envelope = try Envelope(parsing: item.envelope.bytes)
      try envelope.verify(signedBy: key)
      _ = try Sealer.open(envelope, with: keyring)
      return ("none", nil)
    } catch let failure as EnvelopeFailure {
      return (failure.layer.rawValue, nil)
    } catch OpeningFailure.unknownKey {
      return ("authentication", "key")
    } catch OpeningFailure.damaged {
      return ("authentication", "damage")
    } catch OpeningFailure.malformedPadding {
      return ("semantic", nil)
    }
  }
}
