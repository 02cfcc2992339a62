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
      epoch: epoch, keys: keys, salt: [UInt8](repeating: 0x44, count: 32),
      blind: [UInt8](repeating: 0x6b, count: 16))
    #expect(envelope.bytes.count == 536)
    #expect(
      envelope.id.description
        == "c7f1546e7af251e908354b616c2e98554f5ce04fe12305cac65440c647c4a262")
    #expect(
      Hexadecimal.encode(Array(SHA256.hash(data: envelope.bytes)))
        == "0ab08d3bcef02002e91ddb0212cfef126b3880062e1fbddcecfd58777689431a")
  }
}
