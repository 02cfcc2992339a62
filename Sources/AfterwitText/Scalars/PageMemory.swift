// The bytes of a text's pages lie in one array, cut into slots of equal size; which slot has which
// page, the pages know. A text that fits one page has one slot that is no longer than it needs.
//
// This is the only place where the bytes of a text are touched without a check of bounds.

/// The memory of a text: slots of bytes that are taken, given back and taken again.
struct PageMemory: Sendable {
  /// How many bytes a slot has, but for one that is alone.
  static let slotSize = 2048

  private var bytes: [UInt8] = []
  private var free: [Int] = []

  /// No memory yet: one slot of no bytes.
  init() {}

  /// Copies well-formed pieces of UTF-8 into slots, a piece into each.
  init(_ pieces: [UnsafeBufferPointer<UInt8>]) {
    let size =
      pieces.count == 1 ? pieces[0].count : pieces.count * Self.slotSize
    bytes = [UInt8](unsafeUninitializedCapacity: size) { target, filled in
      for (slot, piece) in pieces.enumerated() {
        let end = target[(slot * Self.slotSize)...].update(fromContentsOf: piece)
        target[end..<Swift.min((slot + 1) * Self.slotSize, size)].update(repeating: 0)
      }
      filled = size
    }
  }

  /// How many bytes are held.
  var byteCount: Int { bytes.count }

  /// Whether the one slot there is may still grow.
  var isGrowing: Bool { bytes.count < Self.slotSize }

  /// The places of a slot's bytes.
  @inline(__always)
  func places(of slot: Int) -> Range<Int> {
    let start = slot * Self.slotSize
    return start..<Swift.min(start + Self.slotSize, bytes.count)
  }

  /// Makes the one slot there is longer.
  mutating func grow(to size: Int) {
    bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
  }

  /// Gives a slot that nobody has.
  mutating func takeSlot() -> Int {
    if let slot = free.popLast() { return slot }
    let slot = (bytes.count + Self.slotSize - 1) / Self.slotSize
    let size = (slot + 1) * Self.slotSize
    if size > bytes.capacity { bytes.reserveCapacity(size + size / 2) }
    bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
    return slot
  }

  /// Takes back a slot.
  mutating func giveBack(_ slot: Int) { free.append(slot) }

  /// Writes bytes from a place on.
  mutating func write(_ source: UnsafeBufferPointer<UInt8>, at place: Int) {
    assert(place + source.count <= bytes.count, "writes beyond the memory")
    bytes.withUnsafeMutableBufferPointer { target in
      guard let to = target.baseAddress, let from = source.baseAddress else { return }
      (to + place).update(from: from, count: source.count)
    }
  }

  /// Writes a byte.
  @inline(__always)
  mutating func write(_ byte: UInt8, at place: Int) {
    assert(place < bytes.count, "writes beyond the memory")
    bytes.withUnsafeMutableBufferPointer { $0[place] = byte }
  }

  /// Writes the one to four bytes of a scalar from a place on.
  /// - Returns: How many they are.
  @inline(__always)
  mutating func write(_ scalar: Unicode.Scalar, at place: Int) -> Int {
    assert(place + 4 <= bytes.count, "writes beyond the memory")
    let value = scalar.value
    func low(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value >> shift & 0x3f | 0x80) }
    return bytes.withUnsafeMutableBufferPointer { bytes in
      switch value {
      case ..<0x80:
        bytes[place] = UInt8(truncatingIfNeeded: value)
        return 1
      case ..<0x800:
        bytes[place] = UInt8(truncatingIfNeeded: 0xc0 | value >> 6)
        bytes[place + 1] = low(0)
        return 2
      case ..<0x1_0000:
        bytes[place] = UInt8(truncatingIfNeeded: 0xe0 | value >> 12)
        bytes[place + 1] = low(6)
        bytes[place + 2] = low(0)
        return 3
      default:
        bytes[place] = UInt8(truncatingIfNeeded: 0xf0 | value >> 18)
        bytes[place + 1] = low(12)
        bytes[place + 2] = low(6)
        bytes[place + 3] = low(0)
        return 4
      }
    }
  }

  /// Moves bytes to begin at another place.
  mutating func move(_ range: Range<Int>, to place: Int) {
    assert(0 <= range.lowerBound && range.upperBound <= bytes.count, "moves from beyond the memory")
    assert(0 <= place && place + range.count <= bytes.count, "moves beyond the memory")
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      (base + place).update(from: base + range.lowerBound, count: range.count)
    }
  }

  /// Calls a closure with some bytes.
  @inline(__always)
  func read<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The place in a range of bytes, which hold `total` scalars, where one of these begins.
  @inline(__always)
  func place(ofScalar number: Int, of total: Int, in range: Range<Int>) -> Int {
    if range.count == total { return range.lowerBound + number }
    return range.lowerBound + read(range) { $0.offset(ofScalar: number, of: total) }
  }
}
