import AfterwitSealing
import AfterwitVectors
import Foundation
import Testing

@Suite("The vector files", .serialized)
struct VectorFileTests {
  private struct Kept: Decodable {
    struct Wrap: Decodable {
      let name: String
      let encapsulatedKey: HexBytes
      let ciphertext: HexBytes
    }
    let wrapped: [Wrap]
  }

  @Test("encoding.json is what the independent encoder makes")
  func encoding() throws {
    try VectorFile("vectors/encoding.json").expect(EncodingVectors.document().json)
  }

  @Test("envelope.json is what the independent encoder makes")
  func envelope() throws {
    let file = VectorFile("vectors/envelope.json")
    var kept: [String: PlainWrap] = [:]
    for wrap in (try? file.decode(Kept.self))?.wrapped ?? [] {
      kept[wrap.name] = PlainWrap(
        encapsulatedKey: wrap.encapsulatedKey.bytes, ciphertext: wrap.ciphertext.bytes)
    }
    try file.expect(EnvelopeVectors.document(keeping: kept).json)
  }

  @Test("words.txt is the list that both screens use [AW-SEAL-19]")
  func words() throws {
    let lines = try VectorFile("words.txt").text.split(separator: "\n").map(String.init)
    #expect(lines == PairingWords.list)
  }
}
