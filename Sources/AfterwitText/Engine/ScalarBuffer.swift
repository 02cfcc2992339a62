// A text as Unicode scalars of equal width with a gap at the place of the last edit. An edit moves
// the gap to its position and then costs what it inserts or deletes; people edit where they edited
// last, so the way is short. The scalars are as wide as the widest needs: one byte while all are
// ASCII, two within the basic plane, else four. So a position is an offset, in every script, and a
// text in English takes no more memory than its file.
//
// Invariant: the text is the first `gapStart` scalars of the storage and those from `gapEnd` on;
// what lies in the gap means nothing. The width never shrinks.
//
// Cost: an edit costs its own length and the way of the gap, which is one move of memory.

/// A text in Unicode scalars that is cheap to edit again near the last edit.
package struct ScalarBuffer: Sendable {
  /// How many bytes a scalar takes, as a power of two: 0, 1 or 2.
  private(set) var shift = 0
  private var storage: [UInt8] = []
  private var gapStart = 0
  private var gapEnd = 0

  /// The empty text.
  package init() {}

  /// Holds the scalars of a text, the gap at its end.
  init(_ text: String) {
    insert(text, at: 0)
  }

  /// Holds the scalars of some UTF-8; `nil` where it is ill-formed.
  package init?(utf8 bytes: ArraySlice<UInt8>) {
    let isASCII = bytes.withUnsafeBufferPointer { insertASCII($0, at: 0) >= 0 }
    guard !isASCII else { return }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    insert(text, at: 0)
  }

  /// The number of scalars.
  package private(set) var count = 0

  /// The text.
  /// - Complexity: O(*count*).
  var text: String { text(in: 0..<count) }
}

// Edits.
extension ScalarBuffer {
  /// Puts text before the scalar at a position, or at the end.
  /// - Returns: How many scalars it has.
  @discardableResult
  mutating func insert(_ text: String, at position: Int) -> Int {
    let count = text.utf8.withContiguousStorageIfAvailable { insertASCII($0, at: position) }
    if let count, count >= 0 { return count }
    return insertScalars(of: text, at: position)
  }

  /// Puts a scalar before the one at a position, or at the end.
  mutating func insert(_ scalar: Unicode.Scalar, at position: Int) {
    if scalar.value >> 7 != 0 { widen(to: Self.shift(of: scalar.value)) }
    if position != gapStart || gapStart == gapEnd { openGap(1, at: position) }
    store(scalar.value, at: gapStart)
    fillGap(1)
  }

  /// Puts bytes in at a position if they and the text are ASCII.
  /// - Returns: How many scalars they are, or -1 where they are not ASCII or the text is not.
  mutating func insertASCII(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    guard shift == 0 else { return -1 }
    var union: UInt8 = 0
    for byte in bytes { union |= byte }
    guard union < 0x80 else { return -1 }
    openGap(bytes.count, at: position)
    if let source = bytes.baseAddress {
      let start = gapStart
      storage.withUnsafeMutableBufferPointer { target in
        (target.baseAddress.map { $0 + start })?.update(from: source, count: bytes.count)
      }
    }
    fillGap(bytes.count)
    return bytes.count
  }

  private mutating func insertScalars(of text: String, at position: Int) -> Int {
    var count = 0
    var widest: UInt32 = 0
    for scalar in text.unicodeScalars {
      count += 1
      widest = max(widest, scalar.value)
    }
    widen(to: Self.shift(of: widest))
    openGap(count, at: position)
    for scalar in text.unicodeScalars {
      store(scalar.value, at: gapStart)
      fillGap(1)
    }
    return count
  }

  /// Puts scalars of another text in at a position.
  package mutating func insert(_ range: Range<Int>, of other: ScalarBuffer, at position: Int) {
    widen(to: other.shift)
    openGap(range.count, at: position)
    if shift == other.shift {
      var target = gapStart << shift
      let (width, otherStorage) = (shift, other.storage)
      storage.withUnsafeMutableBufferPointer { bytes in
        otherStorage.withUnsafeBufferPointer { source in
          let pieces = other.pieces(of: range)
          for place in pieces.indices where !pieces[place].isEmpty {
            let piece = pieces[place]
            guard let to = bytes.baseAddress, let from = source.baseAddress else { return }
            (to + target).update(
              from: from + piece.lowerBound << width, count: piece.count << width)
            target += piece.count << width
          }
        }
      }
      fillGap(range.count)
    } else {
      for place in range {
        store(other.value(at: place), at: gapStart)
        fillGap(1)
      }
    }
  }

  /// Takes out the scalars that begin at a position.
  package mutating func delete(_ count: Int, at position: Int) {
    precondition(
      0 <= position && 0 <= count && count <= self.count - position, "deletes beyond the text")
    if position + count == gapStart {
      gapStart = position
    } else {
      if position != gapStart { moveGap(to: position) }
      gapEnd += count
    }
    self.count -= count
  }

  /// Performs operations that are known to fit, one after another.
  mutating func apply(_ operations: [TextOperation]) {
    for operation in operations {
      switch operation {
      case .insert(let position, let text): insert(text, at: position)
      case .delete(let position, let count): delete(count, at: position)
      case .answer, .same: break
      }
    }
  }
}

// The gap and the width.
extension ScalarBuffer {
  private mutating func openGap(_ length: Int, at position: Int) {
    precondition(0 <= position && position <= count, "edits beyond the text")
    if position != gapStart { moveGap(to: position) }
    if gapEnd - gapStart < length { growGap(to: length) }
  }

  private mutating func fillGap(_ length: Int) {
    gapStart += length
    count += length
  }

  private mutating func moveGap(to position: Int) {
    let (start, end, width) = (gapStart, gapEnd, shift)
    storage.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      if position < start {
        let target = base + (end - (start - position)) << width
        target.copyMemory(from: base + position << width, byteCount: (start - position) << width)
      } else {
        let source = base + end << width
        (base + start << width).copyMemory(from: source, byteCount: (position - start) << width)
      }
    }
    gapStart = position
    gapEnd = end + position - start
  }

  /// Makes the gap at least `length` scalars wide, and room for half as many again as there are.
  private mutating func growGap(to length: Int) {
    let width = length + count / 2 + 64
    let (before, behind) = (gapStart << shift, (count - gapStart) << shift)
    let total = (count + width) << shift
    storage = [UInt8](unsafeUninitializedCapacity: total) { target, filled in
      storage.withUnsafeBufferPointer { source in
        guard let to = target.baseAddress, let from = source.baseAddress else { return }
        to.update(from: from, count: before)
        (to + total - behind).update(from: from + source.count - behind, count: behind)
      }
      target[before..<total - behind].update(repeating: 0)
      filled = total
    }
    gapEnd = gapStart + width
  }

  private mutating func widen(to wider: Int) {
    guard wider > shift else { return }
    var wide = ScalarBuffer()
    wide.shift = wider
    wide.openGap(count, at: 0)
    for place in 0..<count {
      wide.store(value(at: place), at: wide.gapStart)
      wide.fillGap(1)
    }
    wide.moveGap(to: gapStart)
    self = wide
  }

  private static func shift(of value: UInt32) -> Int {
    value < 0x80 ? 0 : value < 0x10000 ? 1 : 2
  }

  private mutating func store(_ value: UInt32, at place: Int) {
    storage.withUnsafeMutableBytes { bytes in
      switch shift {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: value)
      case 1:
        bytes.storeBytes(
          of: UInt16(truncatingIfNeeded: value), toByteOffset: place << 1, as: UInt16.self)
      default: bytes.storeBytes(of: value, toByteOffset: place << 2, as: UInt32.self)
      }
    }
  }
}

// Reading.
extension ScalarBuffer {
  /// The scalar at a position.
  subscript(position: Int) -> Unicode.Scalar {
    // Every value stored was a scalar's.
    Unicode.Scalar(value(at: position)) ?? "\u{FFFD}"
  }

  private func value(at position: Int) -> UInt32 {
    let place = position < gapStart ? position : position + gapEnd - gapStart
    return storage.withUnsafeBytes { bytes in
      switch shift {
      case 0: UInt32(bytes[place])
      case 1: UInt32(bytes.load(fromByteOffset: place << 1, as: UInt16.self))
      default: bytes.load(fromByteOffset: place << 2, as: UInt32.self)
      }
    }
  }

  /// The text at some positions.
  func text(in range: Range<Int>) -> String {
    precondition(0 <= range.lowerBound && range.upperBound <= count, "reads beyond the text")
    guard shift == 0 else {
      var view = String.UnicodeScalarView()
      for position in range { view.append(self[position]) }
      return String(view)
    }
    return String(unsafeUninitializedCapacity: range.count) { target in
      var filled = 0
      storage.withUnsafeBufferPointer { source in
        let pieces = pieces(of: range)
        for place in pieces.indices where !pieces[place].isEmpty {
          let piece = pieces[place]
          guard let to = target.baseAddress, let from = source.baseAddress else { return }
          (to + filled).update(from: from + piece.lowerBound, count: piece.count)
          filled += piece.count
        }
      }
      return filled
    }
  }

  /// Appends the UTF-8 of the scalars at some positions.
  package func appendUTF8(of range: Range<Int>, to bytes: inout [UInt8]) {
    if shift == 0 {
      let pieces = pieces(of: range)
      for place in pieces.indices { bytes.append(contentsOf: storage[pieces[place]]) }
    } else {
      for position in range { bytes.append(contentsOf: UTF8.encode(self[position]) ?? .init()) }
    }
  }

  /// The places in storage, in scalars, of some positions: before the gap and behind it.
  private func pieces(of range: Range<Int>) -> InlineArray<2, Range<Int>> {
    let gap = gapEnd - gapStart
    let before = range.clamped(to: 0..<gapStart)
    let behind = range.clamped(to: gapStart..<max(gapStart, count))
    return [before, behind.lowerBound + gap..<behind.upperBound + gap]
  }
}
