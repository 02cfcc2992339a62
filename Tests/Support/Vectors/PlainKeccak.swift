// SHA3-256 and SHAKE-256 as FIPS 202 defines them, bit by bit where that is plainer: the library
// has no SHAKE.

/// The sponge of both, with the rate of 136 bytes that they share.
enum PlainKeccak {
  private static let rate = 136

  /// SHA3-256.
  static func sha3(_ bytes: [UInt8]) -> [UInt8] { sponge(bytes, suffix: 0x06, count: 32) }

  /// The first bytes of SHAKE-256.
  static func shake(_ bytes: [UInt8], count: Int) -> [UInt8] {
    sponge(bytes, suffix: 0x1f, count: count)
  }

  private static func sponge(_ bytes: [UInt8], suffix: UInt8, count: Int) -> [UInt8] {
    var padded = bytes + [suffix]
    while !padded.count.isMultiple(of: rate) { padded.append(0) }
    padded[padded.count - 1] |= 0x80
    var lanes = [UInt64](repeating: 0, count: 25)
    for start in stride(from: 0, to: padded.count, by: rate) {
      for place in 0..<rate {
        lanes[place / 8] ^= UInt64(padded[start + place]) << UInt64(place % 8 * 8)
      }
      permute(&lanes)
    }
    var output: [UInt8] = []
    while output.count < count {
      output += (0..<rate).map { UInt8(lanes[$0 / 8] >> UInt64($0 % 8 * 8) & 0xff) }
      permute(&lanes)
    }
    return Array(output.prefix(count))
  }

  private static func permute(_ lanes: inout [UInt64]) {
    var register = 1
    for _ in 0..<24 {
      let columns = (0..<5).map { x in (0..<5).reduce(UInt64(0)) { $0 ^ lanes[x + 5 * $1] } }
      for place in lanes.indices {
        let x = place % 5
        lanes[place] ^= columns[(x + 4) % 5] ^ turned(columns[(x + 1) % 5], by: 1)
      }
      var moved = lanes
      var (x, y) = (1, 0)
      for step in 0..<24 {
        let lane = turned(lanes[x + 5 * y], by: (step + 1) * (step + 2) / 2 % 64)
        (x, y) = (y, (2 * x + 3 * y) % 5)
        moved[x + 5 * y] = lane
      }
      for place in lanes.indices {
        let (x, row) = (place % 5, place / 5 * 5)
        lanes[place] = moved[place] ^ (~moved[row + (x + 1) % 5] & moved[row + (x + 2) % 5])
      }
      for power in 0..<7 {
        if register & 1 == 1 { lanes[0] ^= 1 << UInt64((1 << power) - 1) }
        register <<= 1
        if register > 0xff { register = (register & 0xff) ^ 0x71 }
      }
    }
  }

  private static func turned(_ lane: UInt64, by count: Int) -> UInt64 {
    count == 0 ? lane : lane << UInt64(count) | lane >> UInt64(64 - count)
  }
}
