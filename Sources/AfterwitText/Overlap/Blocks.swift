// Paragraphs that two put in at one place may have some in common: an item of a list that both wrote,
// or a template that both began. They are merged block by block, and what both wrote stands once.

/// Inserted paragraphs, and the line feeds between them.
struct Blocks: Hashable, Sendable {
  /// A paragraph, and how many line feeds stand before it.
  struct Block: Hashable, Sendable {
    var feeds: Int
    var words: ArraySlice<Unicode.Scalar>
  }

  /// The paragraphs.
  private(set) var blocks: [Block] = []
  /// How many line feeds stand behind the last one.
  private var tail = 0

  init(_ text: [Unicode.Scalar]) {
    var start = 0
    while start < text.count {
      let words = text[start...].firstIndex { $0 != "\n" } ?? text.count
      let end = text[words...].firstIndex(of: "\n") ?? text.count
      if words == end { break }
      blocks.append(Block(feeds: words - start, words: text[words..<end]))
      start = end
    }
    tail = text.count - start
  }

  /// The text.
  var text: [Unicode.Scalar] {
    blocks.flatMap { Self.feeds($0.feeds) + $0.words } + Self.feeds(tail)
  }

  /// The paragraphs that are more than white space.
  var inked: Set<ArraySlice<Unicode.Scalar>> {
    Set(blocks.map(\.words).filter { $0.contains { !$0.isWhite } })
  }

  /// Takes in other paragraphs.
  ///
  /// Those that are in both, in the order of both, stand once, and between them come the own ones
  /// first.
  mutating func merge(_ other: Blocks) {
    let most = (blocks.dropFirst() + other.blocks.dropFirst()).map(\.feeds).max() ?? 1
    let first = max(blocks.first?.feeds ?? 0, other.blocks.first?.feeds ?? 0)
    let (one, two) = (within(at: max(most, 1)), other.within(at: max(most, 1)))
    var merged: [Block] = []
    var (own, theirs) = (0, 0)
    let end = Replacement(old: one.count..<one.count, new: two.count..<two.count)
    for change in KeptElements(one.map(\.words), two.map(\.words)).replacements + [end] {
      while own < change.old.lowerBound {
        merged.append(own > 0 || theirs == 0 ? one[own] : two[theirs])
        (own, theirs) = (own + 1, theirs + 1)
      }
      merged += one[change.old] + two[change.new]
      (own, theirs) = (change.old.upperBound, change.new.upperBound)
    }
    if !merged.isEmpty { merged[0].feeds = first }
    blocks = merged
    tail = max(tail, other.tail)
  }

  /// The paragraphs as they stand behind others, the first of them behind so many line feeds.
  private func within(at feeds: Int) -> [Block] {
    guard let first = blocks.first else { return [] }
    return [Block(feeds: feeds, words: first.words)] + blocks.dropFirst()
  }

  private static func feeds(_ count: Int) -> [Unicode.Scalar] {
    [Unicode.Scalar](repeating: "\n", count: count)
  }
}
