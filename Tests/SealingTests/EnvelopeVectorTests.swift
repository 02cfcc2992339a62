import AfterwitEncoding
import AfterwitSealing
import AfterwitWire
import Crypto
import Testing

@Suite("The known envelope")
struct EnvelopeVectorTests {
  @Test("comes out byte for byte [AW-SEAL-1] [AW-SEAL-3] [AW-SEAL-4]")
  func knownEnvelope() throws {
    let keys = try DeviceKeys(
      decoding: [UInt8](repeating: 0x11, count: 32) + [UInt8](repeating: 0, count: 64))
    let epoch = try #require(EpochKey(number: 1, bytes: [UInt8](repeating: 0x22, count: 32)))
    let journal = try #require(JournalID([UInt8](repeating: 0x33, count: 16)))
    let envelope = try Sealer.seal(
      body: Array("hello, afterwit".utf8), journal: journal, number: 1, previous: .zero,
      epoch: epoch, keys: keys, salt: [UInt8](repeating: 0x44, count: 32))
    #expect(envelope.bytes.count == 536)
    #expect(
      envelope.id.description
        == "f94761972e6f66104b2fc4411a440d21c1b6be9d810cf7e0656bcb5011b27e75")
    #expect(
      Hexadecimal.encode(Array(SHA256.hash(data: envelope.bytes)))
        == "aab4176b5b75ff4d3c520a86183ebc84a857a8a9ca1280aa01958bed0b29b306")
  }
}
