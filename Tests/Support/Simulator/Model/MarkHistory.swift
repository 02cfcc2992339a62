internal import AfterwitEncoding

// A mark that was typed once, and that no decision touched, stands once unless someone to whom it
// was shown erased it. Of a mark that was typed again less is known, and this is what is left: it
// stands while one of its typings was shown to nobody who may have erased it, and it is gone when
// each was shown to someone who did. Two devices that correct alike leave one copy.

/// What was done to one mark of a text.
struct MarkHistory {
  /// The changes that surely typed it.
  private(set) var typings: [EnvelopeID] = []
  /// The changes that surely erased all of it that was shown.
  var erasures: [EnvelopeID] = []
  /// The changes that may have done either.
  private(set) var moves: [EnvelopeID] = []
  /// How many copies all these may have typed.
  private(set) var copyCount = 0
  /// Whether all typings replaced one and the same mark by it, and nothing else.
  var isCorrection = true

  /// Keeps that a change typed the mark, or may have done so, after which it stood so often.
  mutating func add(_ change: EnvelopeID, isCertain: Bool, count: Int) {
    if isCertain { typings.append(change) } else { moves.append(change) }
    copyCount += max(1, count)
  }

  /// How often the mark may stand.
  ///
  /// - Parameters:
  ///   - copies: the changes of devices that took out one copy of what was written alike.
  ///   - isSettled: whether nothing in the text is in dispute, nor ever was decided.
  func allowed(
    _ ancestry: Ancestry, copies: [EnvelopeID], isSettled: Bool
  ) -> ClosedRange<Int> {
    if typings.count == 1, moves.isEmpty { return erasures.isEmpty ? 1...copyCount : 0...0 }
    let all = typings + moves
    let isGone = all.allSatisfy { typing in erasures.contains { ancestry.saw($0, typing) } }
    if isGone { return 0...0 }
    let isUntouched = moves.isEmpty && erasures.isEmpty
    if isUntouched, isCorrection, isSettled { return 1...1 }
    let stands = typings.contains { typing in
      !(erasures + moves).contains { ancestry.saw($0, typing) }
        && (isUntouched || !copies.contains { ancestry.saw($0, typing) })
    }
    return stands ? 1...copyCount : 0...copyCount
  }
}
