import AfterwitEncoding
import AfterwitSealing
import AfterwitTestRandomness
import AfterwitWire
import Testing

/// Keys, a journal and an epoch that a seed repeats.
struct Samples {
  let seed: UInt64
  var random: SeededGenerator
  let keys: DeviceKeys
  let journal: JournalID
  let epoch: EpochKey

  init(_ usual: UInt64 = 41) throws {
    seed = Effort.seed ?? usual
    random = SeededGenerator(seed: seed)
    keys = DeviceKeys(using: &random)
    let drawn = Self.bytes(16, using: &random)
    journal = try #require(JournalID(drawn))
    epoch = EpochKey(number: 1, using: &random)
  }

  var comment: Comment { "AFTERWIT_SEED=\(seed) swift test --filter SealingTests" }

  static func bytes(_ count: Int, using random: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    Self.bytes(count, using: &random)
  }

  mutating func seal(
    _ body: [UInt8], number: UInt64 = 1, previous: EnvelopeID = .zero, epoch: EpochKey? = nil
  ) throws -> Envelope {
    try Sealer.seal(
      body: body, journal: journal, number: number, previous: previous,
      epoch: epoch ?? self.epoch, keys: keys, randomness: bytes(32))
  }

  func keyring(_ keys: EpochKey...) -> Keyring {
    var keyring = Keyring()
    for key in keys { keyring.insert(key) }
    return keyring
  }
}
