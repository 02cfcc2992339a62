// The text that is shown, as Unicode scalars with a gap at the place of the last edit. An edit
// moves the gap to its position and then costs what it inserts or deletes; people edit where they
// edited last, so the way is short.
//
// Invariant: the text is storage[..<gapStart] followed by storage[gapEnd...]; what lies in the gap
// means nothing.

/// A text in Unicode scalars that is cheap to edit again near the last edit.
struct ScalarBuffer: Sendable {
  private var storage: [Unicode.Scalar]
  private var gapStart: Int
  private var gapEnd: Int

  /// Holds the scalars of a text, the gap at its end.
  init(_ text: String) {
    storage = Array(text.unicodeScalars)
    gapStart = storage.count
    gapEnd = storage.count
  }

  /// The number of scalars.
  var count: Int { storage.count - (gapEnd - gapStart) }

  /// The scalars as a string.
  /// - Complexity: O(*count*).
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: storage[..<gapStart])
    view.append(contentsOf: storage[gapEnd...])
    return String(view)
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

  private mutating func insert(_ text: String, at position: Int) {
    let scalars = text.unicodeScalars
    let length = scalars.count
    moveGap(to: position)
    if gapEnd - gapStart < length { widenGap(to: length) }
    for scalar in scalars {
      storage[gapStart] = scalar
      gapStart += 1
    }
  }

  private mutating func delete(_ count: Int, at position: Int) {
    precondition(0 <= count && count <= self.count - position, "deletes beyond the text")
    moveGap(to: position)
    gapEnd += count
  }

  private mutating func moveGap(to position: Int) {
    precondition(0 <= position && position <= count, "edits beyond the text")
    let (start, end) = (gapStart, gapEnd)
    guard position != start else { return }
    guard start != end else {
      (gapStart, gapEnd) = (position, position)
      return
    }
    storage.withUnsafeMutableBufferPointer { scalars in
      guard let base = scalars.baseAddress else { return }
      if position < start {
        let moved = start - position
        (base + end - moved).update(from: base + position, count: moved)
      } else {
        (base + start).update(from: base + end, count: position - start)
      }
    }
    gapStart = position
    gapEnd = end + position - start
  }

  /// Makes the gap at least `length` scalars wide, and the storage half as large again.
  private mutating func widenGap(to length: Int) {
    let width = length + count / 2 + 64
    let added = width - (gapEnd - gapStart)
    let filler: Unicode.Scalar = "\0"
    storage.insert(contentsOf: repeatElement(filler, count: added), at: gapEnd)
    gapEnd += added
  }
}
