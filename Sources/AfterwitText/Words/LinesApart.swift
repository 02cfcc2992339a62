// A paragraph that was put in beside an edited one shares some words with it by chance. Were these
// kept, the two would be one edit, which begins in the middle of the one and ends in the middle of the
// other, and no other machine that put in the same paragraph would have the like. So a line that goes
// with no line of the other text is told whole, and apart from what was changed beside it
// (Protocol/4-documents, "Reading").
//
// Cost: twice that of the comparison.

/// What is not kept of a list of tokens in lines, once lines that go with no other are told whole.
struct LinesApart {
  /// A text in tokens.
  struct Text {
    /// What stands for each token; equal tokens have equal numbers.
    var tokens: [Int]
    /// How many scalars of words each token has.
    var sizes: [Int]
    /// The line of each token, from 0.
    var lines: [Int]

    /// Which tokens end in a line feed.
    var isFeed: [Bool] = []
    /// Which tokens are carriage returns.
    var isReturn: [Bool] = []

    var lineCount: Int { (lines.last ?? -1) + 1 }

    /// Whether a line begins with a token, or none is left.
    func beginsLine(_ place: Int) -> Bool {
      place == 0 || place == tokens.count || lines[place - 1] < lines[place]
    }

    /// How many scalars of words each line has.
    var lineSizes: [Int] {
      var found = [Int](repeating: 0, count: lineCount)
      for (line, size) in zip(lines, sizes) { found[line] += size }
      return found
    }
  }

  /// Something that is not kept.
  struct Edit: Hashable, Sendable {
    var tokens: Replacement
    /// Whether it is lines that go with no other.
    var isOfLines: Bool
  }

  /// What is not kept, ascending.
  private(set) var edits: [Edit]
  /// The tokens of the old text in lines that go with none of the new one.
  private(set) var old: Set<Int> = []
  /// The tokens of the new text in lines that go with none of the old one.
  private(set) var new: Set<Int> = []

  /// Compares two texts.
  ///
  /// - Parameter compare: what is not kept of two lists of numbers.
  init(_ old: Text, _ new: Text, compare: ([Int], [Int]) -> [Replacement]) {
    let replacements = compare(old.tokens, new.tokens)
    edits = replacements.map { Edit(tokens: $0, isOfLines: false) }
    guard old.lineCount > 1 || new.lineCount > 1 else { return }
    let sizes = (old.lineSizes, new.lineSizes)
    var common: [[Int]: Int] = [:]
    for (one, other) in Self.kept(replacements, old.tokens.count) where old.sizes[one] > 0 {
      common[[old.lines[one], new.lines[other]], default: 0] += old.sizes[one]
    }
    var together: (old: Set<Int>, new: Set<Int>) = ([], [])
    for (pair, size) in common where size * 3 >= min(sizes.0[pair[0]], sizes.1[pair[1]]) {
      together.old.insert(pair[0])
      together.new.insert(pair[1])
    }
    func apart(_ text: Text, _ sizes: [Int], _ together: Set<Int>) -> Set<Int> {
      Set(
        text.lines.indices.filter {
          sizes[text.lines[$0]] > 0 && !together.contains(text.lines[$0])
        })
    }
    self.old = apart(old, sizes.0, together.old)
    self.new = apart(new, sizes.1, together.new)
    guard !self.old.isEmpty || !self.new.isEmpty else { return }
    // Numbers below zero stand for tokens that are like no other.
    edits = compare(
      old.tokens.indices.map { self.old.contains($0) ? -2 * $0 - 1 : old.tokens[$0] },
      new.tokens.indices.map { self.new.contains($0) ? -2 * $0 - 2 : new.tokens[$0] }
    ).flatMap { parted($0, old, new) }
  }

  /// An edit, and the lines that go with no other before and behind it.
  private func parted(_ whole: Replacement, _ old: Text, _ new: Text) -> [Edit] {
    let heads = (
      Self.head(of: whole.old, old, self.old), Self.head(of: whole.new, new, self.new)
    )
    let tails = (
      Self.tail(of: heads.0..<whole.old.upperBound, old, self.old),
      Self.tail(of: heads.1..<whole.new.upperBound, new, self.new)
    )
    guard heads.0 < tails.0 || heads.1 < tails.1 else {
      return [Edit(tokens: whole, isOfLines: true)]
    }
    return [
      Edit(
        tokens: Replacement(
          old: whole.old.lowerBound..<heads.0, new: whole.new.lowerBound..<heads.1), isOfLines: true
      ),
      Edit(
        tokens: Replacement(old: heads.0..<tails.0, new: heads.1..<tails.1), isOfLines: false),
      Edit(
        tokens: Replacement(
          old: tails.0..<whole.old.upperBound, new: tails.1..<whole.new.upperBound), isOfLines: true
      ),
    ].filter { !$0.tokens.old.isEmpty || !$0.tokens.new.isEmpty }
  }

  /// Where the lines end that some tokens begin with, and that go with no other or have no words.
  private static func head(of range: Range<Int>, _ text: Text, _ apart: Set<Int>) -> Int {
    guard text.beginsLine(range.lowerBound) else { return range.lowerBound }
    var end = range.lowerBound
    var isApart = false
    for place in range {
      guard apart.contains(place) || text.sizes[place] == 0 else { break }
      isApart = isApart || apart.contains(place)
      if text.beginsLine(place + 1) { end = place + 1 }
    }
    return isApart ? end : range.lowerBound
  }

  /// Where such lines begin that some tokens end with.
  private static func tail(of range: Range<Int>, _ text: Text, _ apart: Set<Int>) -> Int {
    guard text.beginsLine(range.upperBound) else { return range.upperBound }
    var start = range.upperBound
    var isApart = false
    for place in range.reversed() {
      guard apart.contains(place) || text.sizes[place] == 0 else { break }
      isApart = isApart || apart.contains(place)
      if text.beginsLine(place) { start = place }
    }
    guard isApart, start < range.upperBound else { return range.upperBound }
    let endsLine = text.isFeed[range.upperBound - 1]
    guard !endsLine, range.lowerBound < start, text.isFeed[start - 1] else { return start }
    let isAfterReturn = range.lowerBound < start - 1 && text.isReturn[start - 2]
    return isAfterReturn ? start - 2 : start - 1
  }

  /// The places that replacements keep.
  private static func kept(_ replacements: [Replacement], _ count: Int) -> [(Int, Int)] {
    var kept: [(Int, Int)] = []
    var (old, new) = (0, 0)
    for replacement in replacements {
      while old < replacement.old.lowerBound {
        kept.append((old, new))
        (old, new) = (old + 1, new + 1)
      }
      (old, new) = (replacement.old.upperBound, replacement.new.upperBound)
    }
    while old < count {
      kept.append((old, new))
      (old, new) = (old + 1, new + 1)
    }
    return kept
  }
}
