/// Different words for one thing, one after another: what all begin or end with stands once.
struct SideBySide {
  /// The text.
  private(set) var text: [Unicode.Scalar] = []

  /// Joins words, at least one.
  ///
  /// - Parameters:
  ///   - isNew: whether there were none before, so that all that is alike is whole sentences.
  ///   - behind: the scalars that follow them.
  init(_ voices: [[Unicode.Scalar]], isNew: Bool, behind: [Unicode.Scalar]) {
    let cut = voices.map { Pieces($0, followedBy: behind) }
    let shortest = cut.map(\.count).min() ?? 0
    var start = 0
    while start < shortest, cut.allSatisfy({ $0[start] == cut[0][start] }) { start += 1 }
    while start > 0, cut.contains(where: { $0.isCut(at: start, betweenSentences: isNew) }) {
      start -= 1
    }
    var end = 0
    while end < shortest - start,
      cut.allSatisfy({ $0[$0.count - end - 1] == cut[0][cut[0].count - end - 1] })
    {
      end += 1
    }
    while end > 0,
      cut.contains(where: { $0.isCut(at: $0.count - end, betweenSentences: isNew) })
    {
      end -= 1
    }
    let middles = cut.map { $0.scalars(of: start..<$0.count - end) }.filter { !$0.isEmpty }
    text = cut[0].scalars(of: 0..<start)
    let isOfLines = middles.contains { $0.contains("\n") }
    for (place, middle) in middles.enumerated() {
      if place > 0 {
        text += Self.separator(
          text, middle, isOfLines: isOfLines, isNew: isNew)
      }
      text += middle
    }
    text += cut[0].scalars(of: cut[0].count - end..<cut[0].count)
  }

  private static func separator(
    _ text: [Unicode.Scalar], _ next: [Unicode.Scalar], isOfLines: Bool, isNew: Bool
  ) -> [Unicode.Scalar] {
    guard let last = text.last, let first = next.first else { return [] }
    if isOfLines { return last == "\n" || first == "\n" ? [] : ["\n"] }
    if last.isWhite || first.isWhite { return [] }
    if isNew { return last.isWideSign ? [] : [" "] }
    return [last, first].allSatisfy { $0.standsWithoutSpaces } ? [] : [" "]
  }
}

extension Unicode.Scalar {
  /// Whether words are put beside it without a space.
  fileprivate var standsWithoutSpaces: Bool {
    ScalarClass(self) == .alone || isWideSign
  }
}
