// A token is the least that a person rewrites: a word, or one sign of a script that writes no
// spaces (Protocol/4-documents, "Places and tokens"). Tokens are found in a window of a text that
// is cut only where no token can be, so a long text need not be read for one word.

/// The tokens of a stretch of text.
struct Tokens: Sendable {
  /// A token, as positions in the text.
  struct Token: Hashable, Sendable {
    /// The position of its first scalar.
    var start: Int
    /// The position behind its last scalar.
    var end: Int
    /// Whether it begins with a scalar that stands alone.
    var isAlone: Bool
  }

  /// The tokens, ascending.
  private(set) var tokens: [Token] = []
  /// Of the position behind each token, whether only spaces lead from there to the next one.
  private var leadsToNext: [Bool] = []

  /// Finds the tokens of a window of a text whose first scalar has the position `start`.
  init(_ scalars: [Unicode.Scalar], startingAt start: Int = 0) {
    let classes = scalars.map { ScalarClass($0) }
    var open: Token?
    var takesMarksOnly = false
    var isSpaced = true
    for place in scalars.indices {
      let position = start + place
      let kind = Self.kind(at: place, in: classes)
      if kind == .alone || kind.map({ takesMarksOnly && $0 != .mark && $0 != .joiner }) ?? true {
        close(&open, isSpaced: &isSpaced)
      }
      guard let kind else {
        if classes[place] != .space { isSpaced = false }
        continue
      }
      if open == nil {
        if !tokens.isEmpty { leadsToNext.append(isSpaced) }
        open = Token(start: position, end: position + 1, isAlone: kind == .alone)
        takesMarksOnly = kind == .alone
      } else {
        open?.end = position + 1
      }
    }
    close(&open, isSpaced: &isSpaced)
  }

  private mutating func close(_ open: inout Token?, isSpaced: inout Bool) {
    guard let token = open else { return }
    tokens.append(token)
    open = nil
    isSpaced = true
  }

  /// The class of a scalar in a token, or `nil` where it is in none.
  private static func kind(at place: Int, in classes: [ScalarClass]) -> ScalarClass? {
    switch classes[place] {
    case .none, .space: return nil
    case .apostrophe:
      let before = place > 0 ? classes[place - 1] : .none
      let after = place + 1 < classes.count ? classes[place + 1] : .none
      return (before == .letter || before == .mark) && after == .letter ? .apostrophe : nil
    case let kind: return kind
    }
  }

  /// The tokens that a place touches, ends included, as a range of ``tokens``.
  func touched(by place: ClosedRange<Int>) -> Range<Int> {
    let first = tokens.firstIndex { $0.end >= place.lowerBound } ?? tokens.count
    let end = tokens[first...].firstIndex { $0.start > place.upperBound }
    return first..<(end ?? tokens.count)
  }

  /// The neighbours of some tokens, and these themselves, as a range of ``tokens``.
  func withNeighbours(_ touched: Range<Int>) -> Range<Int> {
    guard !touched.isEmpty else { return touched }
    var low = touched.lowerBound
    var high = touched.upperBound
    if low > 0, leadsToNext[low - 1] {
      low -= 1
      if low > 0, leadsToNext[low - 1],
        tokens[low - 1...low + 1].allSatisfy(\.isAlone)
      {
        low -= 1
      }
    }
    if high < tokens.count, leadsToNext[high - 1] {
      high += 1
      if high < tokens.count, leadsToNext[high - 1],
        tokens[high - 2...high].allSatisfy(\.isAlone)
      {
        high += 1
      }
    }
    return low..<high
  }

  /// The stretch of text that some tokens cover, or `nil` where there are none.
  func stretch(_ range: Range<Int>) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    return tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
  }
}
