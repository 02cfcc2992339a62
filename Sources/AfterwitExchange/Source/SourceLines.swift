/// The lines of a text, each with its number, without their ends.
///
/// A line ends in a line feed, perhaps with a carriage return before it.
struct SourceLines: Sequence, IteratorProtocol {
  /// One line.
  struct Line {
    /// Its number, from 1.
    let number: Int
    /// Its bytes, without the end.
    let bytes: ArraySlice<UInt8>
    /// Whether it has an end.
    let isEnded: Bool

    /// Its text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Whether there is nothing but white space in it.
    var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || 0x09...0x0d ~= $0 } }
  }

  private let bytes: [UInt8]
  private var place: Int
  private var number = 0

  /// The lines of some bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = 0
  }

  /// The next line; `nil` at the end.
  mutating func next() -> Line? {
    guard place < bytes.count else { return nil }
    let start = place
    var end = start
    bytes.withUnsafeBufferPointer { bytes in
      while end < bytes.count, bytes[end] != 0x0a { end += 1 }
    }
    let isEnded = end < bytes.count
    place = isEnded ? end + 1 : end
    if isEnded, end > start, bytes[end - 1] == 0x0d { end -= 1 }
    number += 1
    return Line(number: number, bytes: bytes[start..<end], isEnded: isEnded)
  }
}
