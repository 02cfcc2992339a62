import AfterwitEncoding
import AfterwitSealing
import AfterwitWire
import Testing

@Suite("Sealing and opening")
struct SealerTests {
  var samples: Samples

  init() throws {
    samples = try Samples()
  }

  @Test("a body of every size class comes back [AW-SEAL-4] [AW-SEAL-7]")
  mutating func roundTrip() throws {
    let keyring = samples.keyring(samples.epoch)
    for count in [0, 1, 236, 237, 4076, 4077, 70_000, Limits.body] {
      let body = samples.bytes(count)
      let envelope = try Envelope(parsing: samples.seal(body).bytes)
      try envelope.verify(signedBy: samples.keys.member.signingKey)
      #expect(try Sealer.open(envelope, with: keyring) == body, samples.comment)
      #expect(envelope.payload.count == Padding.paddedCount(bodyCount: count) + 16)
      #expect(envelope.payload.count <= Limits.payload)
    }
  }

  @Test("a body over its limit is refused before anything is sealed [AW-SEAL-9]")
  mutating func tooLarge() throws {
    let body = [UInt8](repeating: 1, count: Limits.body + 1)
    #expect(throws: SealingFailure.tooLarge(bytes: Limits.body + 1)) { try samples.seal(body) }
  }

  @Test("each flipped byte fails at its own layer [AW-SEAL-1] [AW-SEAL-3] [AW-SEAL-5]")
  mutating func everyByte() throws {
    let first = try samples.seal([])
    let good = try samples.seal(Array("hello".utf8), number: 2, previous: first.id)
    let bytes = good.bytes
    for offset in bytes.indices {
      var flipped = bytes
      flipped[offset] ^= 0x40
      let layer = Self.failure(flipped, of: samples)
      switch offset {
      case 0..<5, 6..<8: #expect(layer == "syntax", "offset \(offset)")
      case 164..<166: #expect(layer == "limit", "offset \(offset)")
      case 166..<168: #expect(layer == "syntax", "offset \(offset)")
      default: #expect(layer == "signature", "offset \(offset)")
      }
    }
    #expect(Self.failure(bytes, of: samples) == "none")
  }

  @Test("each byte flipped by the author itself is found when opening [AW-SEAL-4] [AW-SEAL-6]")
  mutating func everySignedByte() throws {
    let good = try samples.seal(Array("hello".utf8))
    let keyring = samples.keyring(samples.epoch)
    for offset in good.payload.indices {
      var payload = good.payload
      payload[offset] ^= 1
      let envelope = Envelope(header: good.header, signature: good.signature, payload: payload)
      #expect(throws: OpeningFailure.damaged) { try Sealer.open(envelope, with: keyring) }
    }
    let changes: [(inout EnvelopeHeader) -> Void] = [
      { $0.kind = EnvelopeKindCode(rawValue: 2) }, { $0.device = .zero }, { $0.number = 7 },
      { $0.salt[31] ^= 1 }, { $0.commitment[0] ^= 1 }, { $0.epoch = 2 },
    ]
    for change in changes {
      var header = good.header
      change(&header)
      let envelope = Envelope(header: header, signature: good.signature, payload: good.payload)
      #expect(throws: OpeningFailure.unknownKey) { try Sealer.open(envelope, with: keyring) }
    }
  }

  @Test("a wrong key is told from damage, and the right one of two is found [AW-SEAL-6]")
  mutating func wrongKey() throws {
    let other = EpochKey(number: 1, using: &samples.random)
    let later = EpochKey(number: 2, using: &samples.random)
    let envelope = try samples.seal([1, 2, 3])
    #expect(throws: OpeningFailure.unknownKey) {
      try Sealer.open(envelope, with: samples.keyring(other, later))
    }
    let keyring = samples.keyring(later, other, samples.epoch)
    #expect(keyring.key(for: envelope.header) == samples.epoch)
    #expect(try Sealer.open(envelope, with: keyring) == [1, 2, 3])
    #expect(try Sealer.open(samples.seal([4], epoch: other), with: keyring) == [4])
  }

  @Test("a machine that repeats its randomness repeats no salt for another text [AW-SEAL-8]")
  func repeatedRandomness() throws {
    let twin = samples.keys
    func seal(_ body: [UInt8], _ journal: JournalID, _ keys: DeviceKeys) throws -> Envelope {
      try Sealer.seal(
        body: body, journal: journal, number: 1, previous: .zero, epoch: samples.epoch, keys: keys,
        randomness: [UInt8](repeating: 0, count: 32))
    }
    let first = try seal([1], samples.journal, samples.keys)
    let other = try #require(JournalID([UInt8](repeating: 1, count: 16)))
    #expect(try seal([1], samples.journal, twin).bytes == first.bytes)
    #expect(try seal([2], samples.journal, twin).header.salt != first.header.salt)
    #expect(try seal([1], other, twin).header.salt != first.header.salt)
    #expect(try seal([1], samples.journal, DeviceKeys()).header.salt != first.header.salt)
  }

  private static func failure(_ bytes: [UInt8], of samples: Samples) -> String {
    do {
      let envelope = try Envelope(parsing: bytes)
      try envelope.verify(signedBy: samples.keys.member.signingKey)
      _ = try Sealer.open(envelope, with: samples.keyring(samples.epoch))
      return "none"
    } catch let failure as EnvelopeFailure {
      return failure.layer.rawValue
    } catch {
      return "authentication"
    }
  }
}

@Suite("Padding")
struct PaddingTests {
  @Test(
    "sizes follow the table [AW-SEAL-7]",
    arguments: [
      (0, 256), (236, 256), (237, 512), (492, 512), (493, 1024), (1004, 1024), (1005, 2048),
      (2028, 2048), (2029, 4096), (4076, 4096), (4077, 4352), (8172, 8192), (8173, 8704),
      (100_000, 100_352), (524_288, 540_672),
    ])
  func sizes(body: Int, padded: Int) {
    #expect(Padding.paddedCount(bodyCount: body) == padded)
  }

  @Test("sizes never shrink, are fixed points, and above 4096 waste at most 6.25 % [AW-SEAL-7]")
  func growth() {
    var last = 0
    for body in stride(from: 0, through: Limits.body, by: 37) {
      let padded = Padding.paddedCount(bodyCount: body)
      #expect(padded >= body + 20 && padded >= last)
      #expect(Padding.paddedCount(bodyCount: padded - 20) == padded)
      if body + 20 > 4096 { #expect((padded - body - 20) * 16 <= body + 20) }
      last = padded
    }
  }

  @Test("a body and its blind have one padded form only [AW-SEAL-7]")
  func oneForm() {
    let padded = Padding.pad([1, 2, 3], blind: [UInt8](repeating: 9, count: 16))
    #expect(Padding.unpad(padded) == [1, 2, 3])
    #expect(Padding.unpad(padded + [0]) == nil)
    #expect(Padding.unpad(Array(padded.dropLast())) == nil)
    #expect(Padding.unpad(Array(padded.dropLast()) + [1]) == nil)
    #expect(Padding.unpad([0, 0, 0]) == nil)
    #expect(Padding.unpad([]) == nil)
    #expect(Padding.unpad([255, 255, 255, 255] + [UInt8](repeating: 0, count: 252)) == nil)
  }
}
