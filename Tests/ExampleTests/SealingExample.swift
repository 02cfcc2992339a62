import AfterwitEncoding
import AfterwitSealing
import Testing

@Suite("The example of Sealing")
struct SealingExample {
  @Test("It runs as it is documented")
  func example() throws {
    let keys = DeviceKeys()
    var random = SystemRandomNumberGenerator()
    let epoch = EpochKey(number: 1, using: &random)
    let body = Array("They asked about queues.".utf8)
    let envelope = try Sealer.seal(
      body: body, journal: try #require(JournalID(keys.device.bytes.prefix(16))), number: 1,
      previous: .zero, epoch: epoch, keys: keys,
      randomness: (0..<Sealer.randomByteCount).map { _ in random.next() })

    var keyring = Keyring()
    #expect(throws: OpeningFailure.unknownKey) { try Sealer.open(envelope, with: keyring) }
    keyring.insert(epoch)
    #expect(try Sealer.open(envelope, with: keyring) == body)
  }
}
