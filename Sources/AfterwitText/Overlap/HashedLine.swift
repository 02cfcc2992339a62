/// A line that is looked for among others.
///
/// Most lines are told apart by their digests: lines of one list are as long as each other, and begin
/// alike.
struct HashedLine: Equatable {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// A number that two lines rarely share.
  let digest: UInt64

  init(_ line: LineBytes) {
    bytes = line.bytes
    let raw = UnsafeRawBufferPointer(bytes)
    var digest = UInt64(raw.count)
    if raw.count < 8 {
      for byte in raw { digest = Self.mixed(digest, UInt64(byte)) }
    } else {
      for place in stride(from: 0, to: raw.count - 8, by: 8) {
        digest = Self.mixed(digest, raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      // The last eight bytes may be some of those before as well.
      digest = Self.mixed(
        digest, raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
    }
    self.digest = digest
  }

  private static func mixed(_ digest: UInt64, _ word: UInt64) -> UInt64 {
    let product = (digest ^ word) &* 0x9e37_79b9_7f4a_7c15
    return product ^ product >> 32
  }

  static func == (left: Self, right: Self) -> Bool {
    left.digest == right.digest && left.bytes.count == right.bytes.count
      && left.bytes.elementsEqual(right.bytes)
  }
}
