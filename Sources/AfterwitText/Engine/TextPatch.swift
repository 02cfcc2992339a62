/// What a run of units did to the text of all events before it, or a part of that.
package struct TextPatch: Hashable, Sendable {
  /// The lowest position that it touched.
  @Compact package private(set) var position: Int
  /// How many scalars it inserted or deleted.
  @Compact package private(set) var count: Int
  /// The number of the first scalar inserted among all that were typed; -1 where it deleted.
  @Compact private var firstTyped: Int
  /// Whether the patch before is of another run.
  package var startsRun: Bool

  /// An insertion of what was typed under these numbers.
  init(position: Int, typed: Range<Int>, startsRun: Bool = true) {
    self.position = position
    count = typed.count
    firstTyped = typed.lowerBound
    self.startsRun = startsRun
  }

  /// A deletion.
  init(position: Int, deleting count: Int, startsRun: Bool = true) {
    self.position = position
    self.count = count
    firstTyped = -1
    self.startsRun = startsRun
  }

  /// What a run does to the text that it was made on.
  init(_ run: UnitRun) {
    self =
      run.kind == .insertion
      ? TextPatch(position: run.start, typed: run.typed)
      : TextPatch(position: run.start, deleting: run.count)
  }

  /// The numbers of what it inserted among all that was typed; `nil` where it deleted.
  package var typed: Range<Int>? { firstTyped < 0 ? nil : firstTyped..<firstTyped + count }

  /// What the patch adds to the length of the text.
  var growth: Int { firstTyped < 0 ? -count : count }

  /// Deletes so many scalars more.
  mutating func lengthen(by count: Int) { self.count += count }

  /// Does what another one does behind it, where that goes on with the same.
  /// - Returns: Whether it does.
  mutating func take(_ next: TextPatch) -> Bool {
    if let typed, let nextTyped = next.typed {
      guard typed.upperBound == nextTyped.lowerBound, position + count == next.position else {
        return false
      }
    } else if typed != nil || next.typed != nil || position != next.position {
      return false
    }
    count += next.count
    return true
  }

  /// The patch where so many scalars are gone before it.
  func moved(by step: Int) -> TextPatch {
    var patch = self
    patch.position += step
    return patch
  }
}
