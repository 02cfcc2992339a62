/// What the words that an edit puts in mean for the words beside them.
struct InsertedWords: Hashable, Sendable {
  /// Whether anything but white space is put in.
  var hasInk = false
  /// Whether white space is put in.
  var hasWhite = false
  /// Whether a unit is put in.
  var hasWords = false
  /// Whether it goes on from a unit that ends directly before it.
  var joinsBefore = false
  /// Whether a unit that begins directly behind it goes on from it.
  var joinsBehind = false
  /// How the unit is written that it begins with, spaces aside.
  var leading: Units.Script?
  /// How the unit is written that it ends with, spaces aside.
  var trailing: Units.Script?
  /// Its first and its last scalar, where there are any.
  var ends: Ends?

  /// A first and a last scalar.
  struct Ends: Hashable, Sendable {
    var first: Unicode.Scalar
    var last: Unicode.Scalar
  }

  init(_ text: some BidirectionalCollection<Unicode.Scalar>) {
    guard let first = text.first, let last = text.last else { return }
    ends = Ends(first: first, last: last)
    hasInk = text.contains { !$0.isWhite }
    hasWhite = text.contains(where: \.isWhite)
    guard hasInk else { return }
    if Self.isOfPlainWords(text) {
      (hasWords, leading, trailing) = (true, .spaced, .spaced)
      (joinsBefore, joinsBehind) = (first != " ", last != " ")
      return
    }
    if let word = text.firstIndex(where: \.isOfWords),
      let lastWord = text.lastIndex(where: \.isOfWords)
    {
      hasWords = true
      let head = Array(text[...word])
      if let unit = Units(head).units.first, Self.areSpaces(head[..<unit.start]) {
        leading = unit.script
      }
      // No unit reaches over white space, but for that within a number.
      var start = lastWord
      while start > text.startIndex {
        let before = text[text.index(before: start)]
        guard !before.isWhite || before.isSpaceOfNumbers else { break }
        start = text.index(before: start)
      }
      let tail = Array(text[start...])
      if let unit = Units(tail).units.last, Self.areSpaces(tail[unit.end...]) {
        trailing = unit.script
      }
    }
    joinsBefore = (Units(["a", "a"] + text.prefix(8)).units.first?.end ?? 0) > 2
    let end = text.suffix(8) + ["a", "a"]
    joinsBehind = (Units(Array(end)).units.last?.start ?? 0) < end.count - 2
  }

  /// Whether it goes on from a unit directly before it, so that the two may be one word.
  func goesOn(from script: Units.Script) -> Bool {
    script == .spaced ? joinsBefore : leading == script && !(ends?.first.isWhite ?? true)
  }

  /// Whether a unit directly behind it goes on from it.
  func leads(to script: Units.Script) -> Bool {
    script == .spaced ? joinsBehind : trailing == script && !(ends?.last.isWhite ?? true)
  }

  /// Whether it is nothing but ASCII letters and spaces: then each word is a unit, and what is said
  /// of them needs no search for units.
  private static func isOfPlainWords(_ text: some Collection<Unicode.Scalar>) -> Bool {
    text.allSatisfy { "a"..."z" ~= $0 || "A"..."Z" ~= $0 || $0 == " " }
  }

  private static func areSpaces(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy { ScalarClass($0) == .space }
  }
}
