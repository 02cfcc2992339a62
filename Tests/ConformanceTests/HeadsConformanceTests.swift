import AfterwitEncoding
import AfterwitSealing
import AfterwitWire
import Testing

@Suite("Vectors of heads envelopes")
struct HeadsConformanceTests {
  struct Document: Decodable {
    struct Item: Decodable {
      let name: String
      let epochKey, body, envelope: HexBytes
      let milliseconds: String?
      let held: [RelayDocument.Log]?
    }
    let heads: [Item]
  }

  let document: Document

  init() throws {
    document = try VectorFile("vectors/envelope.json").decode()
  }

  @Test("say what was held and when, or nothing [AW-SEAL-51]")
  func said() throws {
    #expect(document.heads.count { $0.held != nil } >= 5)
    #expect(document.heads.count { $0.held == nil } >= 10)
    for item in document.heads {
      let envelope = try Envelope(parsing: item.envelope.bytes)
      #expect(envelope.header.kind == .heads)
      var keyring = Keyring()
      keyring.insert(try #require(EpochKey(number: 1, bytes: item.epochKey.bytes)))
      let body = try Sealer.open(envelope, with: keyring)
      #expect(body == item.body.bytes, "\(item.name)")
      guard let logs = item.held else {
        #expect(throws: DecodingFailure.self, "\(item.name)") {
          try Acknowledgement(decoding: body)
        }
        continue
      }
      var held = Heads()
      for log in logs {
        held.tips[try #require(DeviceID(log.device.bytes))] = try log.tips.map { tip in
          Heads.Tip(
            number: try #require(UInt64(tip.number)), id: try #require(EnvelopeID(tip.id.bytes)))
        }
      }
      let said = try Acknowledgement(decoding: body)
      #expect(said.held == held, "\(item.name)")
      #expect(said.milliseconds == UInt64(try #require(item.milliseconds)), "\(item.name)")
    }
  }

  @Test("are written as they are read [AW-SEAL-51]")
  func written() throws {
    for item in document.heads.prefix(3) {
      let said = try Acknowledgement(decoding: item.body.bytes)
      #expect(said.bytes == item.body.bytes, "\(item.name)")
    }
  }

  @Test("leave out the logs that a body has no room for [AW-SEAL-51] [AW-SEAL-9]")
  func greatest() throws {
    let tip = Heads.Tip(
      number: .max, id: try #require(EnvelopeID([UInt8](repeating: 9, count: 32))))
    var held = Heads()
    for number in 0..<Limits.logs {
      let id = [UInt8(number >> 8), UInt8(number & 0xff)] + [UInt8](repeating: 0, count: 30)
      held.tips[try #require(DeviceID(id))] = [tip]
    }
    let said = Acknowledgement(milliseconds: .max, held: held)
    #expect(said.bytes.count <= Limits.body)
    #expect(said.bytes.count > Limits.body - 100, "nothing is left out for which there is room")
    #expect(said.held.tips.count < held.tips.count)
    #expect(try Acknowledgement(decoding: said.bytes) == said)
  }
}
