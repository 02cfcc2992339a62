import AfterwitEncoding
import AfterwitWire
import Crypto
import Testing

@Suite("The example of Wire")
struct WireExample {
  @Test("It runs as it is documented")
  func example() throws {
    let key = Curve25519.Signing.PrivateKey()
    let zeros = [UInt8](repeating: 0, count: 32)
    let payload = ControlRecord.encode([])
    let header = EnvelopeHeader(
      kind: .control, journal: try #require(JournalID(zeros.prefix(16))),
      device: SigningKey(key.publicKey).device, number: 1, previous: .zero, epoch: 0, salt: zeros,
      commitment: zeros, payloadLength: UInt32(payload.count),
      payloadHash: Array(SHA256.hash(data: payload)))
    let sent = try Envelope.signed(header: header, payload: payload, key: key)
    let received = try Envelope(parsing: sent.bytes)
    try received.verify(signedBy: SigningKey(key.publicKey))
    #expect(received.id == sent.id)
  }
}
