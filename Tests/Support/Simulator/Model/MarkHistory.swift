internal import AfterwitEncoding

// A mark stands while one of its typings was shown to nobody who erased it, and is gone when each
// was shown to somebody who did. Whoever writes it anew beside one who erases it brings it back.
// Two devices that correct alike leave one copy.
//
// Where sides wait for a decision, less is known. What stands there is woven of their words: a mark
// that one of them erased stands in the words of another, and it may stand in those of each. To say
// which, the model would have to weave. It is held to what must be true of every weave instead: what
// nobody erased stands, and no mark more often than there are words of sides.

/// What was done to one mark of a text.
struct MarkHistory {
  /// How often each change typed it.
  private(set) var typings: [EnvelopeID: Int] = [:]
  /// The changes that erased all of it that was shown.
  var erasures: [EnvelopeID] = []
  /// The changes that left fewer of it than were shown.
  var thinnings: [EnvelopeID] = []
  /// Whether all typings replaced one and the same mark by it, and nothing else.
  var isCorrection = true

  /// Keeps that a change typed the mark once more.
  mutating func addTyping(by change: EnvelopeID) {
    typings[change, default: 0] += 1
  }

  /// How often the mark may stand.
  ///
  /// - Parameters:
  ///   - copies: the changes of devices that took out one copy of what was written alike.
  ///   - sides: how many sides whose words may hold it wait for a decision.
  ///   - isDecided: whether anything in the text was ever decided.
  func allowed(
    _ ancestry: Ancestry, copies: [EnvelopeID], sides: Int, isDecided: Bool
  ) -> ClosedRange<Int> {
    let isUntouched = erasures.isEmpty && thinnings.isEmpty
    if sides == 0 {
      let isGone = typings.keys.allSatisfy { typing in
        erasures.contains { ancestry.wasShown(typing, to: $0) }
      }
      if isGone { return 0...0 }
      if isUntouched, isCorrection, !isDecided { return 1...1 }
    }
    let stands = typings.keys.contains { typing in
      !(erasures + thinnings).contains { ancestry.wasShown(typing, to: $0) }
        && (isUntouched || !copies.contains { ancestry.saw($0, typing) })
    }
    return (stands ? 1 : 0)...typings.values.reduce(0, +) * max(1, sides)
  }
}
