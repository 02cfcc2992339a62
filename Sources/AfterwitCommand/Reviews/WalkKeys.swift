internal import AfterwitDevice

/// The keys that answer a part, each with the word that stands beside it.
struct WalkKeys {
  /// What a key does.
  enum Deed: Hashable {
    case answer(ReviewAnswer)
    case edit
    case skip
    case quit
  }

  /// The keys, in the order in which they are shown.
  let keys: [(key: Character, word: String, deed: Deed)]

  /// The keys for a part of a review.
  init(of part: Review.Part, in review: Review) {
    var keys: [(key: Character, word: String, deed: Deed)] = review.choices(of: part).compactMap {
      choice in
      Self.key(for: choice.answer).map { ($0, choice.answer.word, .answer(choice.answer)) }
    }
    if review.kind == .overlap { keys.append(("e", "edit", .edit)) }
    self.keys = keys + [("s", "skip", .skip), ("q", "quit", .quit)]
  }

  /// The keys as a line.
  var line: String { keys.map { "\($0.key) \($0.word)" }.joined(separator: "   ") }

  /// What a key does; `nil` where it answers nothing.
  func deed(of key: Character) -> Deed? {
    let key: Character = Character(key.lowercased())
    // What is written in an editor are words of one's own.
    return keys.first { $0.key == (key == "o" ? "e" : key) }?.deed
  }

  private static func key(for answer: ReviewAnswer) -> Character? {
    switch answer {
    case .mine: "m"
    case .theirs: "t"
    case .both: "b"
    case .base: "a"
    case .current: "c"
    case .keep: "k"
    case .remove: "r"
    case .side(let number): number < 10 ? Character(String(number)) : nil
    case .text: nil
    }
  }
}
