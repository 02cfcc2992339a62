// What two versions of a few sentences have in common is found word by word, because people read
// words: a run of letters and digits, a run of spaces, or any other single character. The shortest
// edit between the two lists of words is Myers' (the standard library's); a space that alone stands
// between two changed words counts as changed with them, so that a phrase is marked once.
//
// Cost: O(n · d) for n words of which d differ. Beyond `limit` words that are not at the common
// beginning or end, all of them count as changed.

/// The words that two texts share, and those that only one of them has, in reading order.
struct WordDifference: Hashable {
  /// A stretch of both texts.
  enum Run: Hashable {
    /// Words that both have.
    case same(String)
    /// Words that were there, and those that stand in their place; not both are empty.
    case changed(old: String, new: String)

    /// Whether the texts differ here.
    var isChange: Bool {
      if case .changed = self { true } else { false }
    }
  }

  /// How many words are compared one by one.
  static let limit = 4000

  /// The stretches; no two of one kind follow each other.
  let runs: [Run]

  /// Compares two texts.
  init(from old: String, to new: String) {
    let (old, new) = (Self.words(of: old), Self.words(of: new))
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    { end += 1 }
    let steps =
      Self.same(old[..<start])
      + Self.steps(from: old[start..<old.count - end], to: new[start..<new.count - end])
      + Self.same(old[(old.count - end)...])
    runs = Self.joined(steps)
  }

  /// Whether the texts share a word, beside spaces.
  var sharesWords: Bool {
    runs.contains { run in
      if case .same(let text) = run { !Self.isSpace(text) } else { false }
    }
  }

  private static func same(_ words: ArraySlice<Word>) -> [Run] {
    words.map { .same($0.text) }
  }

  private static func steps(from old: ArraySlice<Word>, to new: ArraySlice<Word>) -> [Run] {
    guard old.count + new.count <= limit else {
      return [.changed(old: text(old), new: text(new))]
    }
    let (old, new) = (Array(old), Array(new))
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let place, _, _): removed.insert(place)
      case .insert(let place, _, _): inserted.insert(place)
      }
    }
    var steps: [Run] = []
    var (from, to) = (0, 0)
    while from < old.count || to < new.count {
      if removed.contains(from) {
        steps.append(.changed(old: old[from].text, new: ""))
        from += 1
      } else if inserted.contains(to) {
        steps.append(.changed(old: "", new: new[to].text))
        to += 1
      } else {
        steps.append(.same(old[from].text))
        (from, to) = (from + 1, to + 1)
      }
    }
    return steps
  }

  /// The steps with neighbours of one kind joined, and lone spaces between changes taken in.
  private static func joined(_ steps: [Run]) -> [Run] {
    var runs: [Run] = []
    for step in merged(steps) {
      if case .changed(let old, let new) = step, runs.count >= 2,
        case .same(let space) = runs[runs.count - 1], isSpace(space),
        case .changed(let earlierOld, let earlierNew) = runs[runs.count - 2]
      {
        runs.removeLast(2)
        runs.append(.changed(old: earlierOld + space + old, new: earlierNew + space + new))
      } else {
        runs.append(step)
      }
    }
    return runs
  }

  private static func merged(_ steps: [Run]) -> [Run] {
    var runs: [Run] = []
    for step in steps {
      switch (runs.last, step) {
      case (.same(let left), .same(let right)): runs[runs.count - 1] = .same(left + right)
      case (.changed(let oldLeft, let newLeft), .changed(let old, let new)):
        runs[runs.count - 1] = .changed(old: oldLeft + old, new: newLeft + new)
      default: runs.append(step)
      }
    }
    return runs
  }

  private static func text(_ words: ArraySlice<Word>) -> String {
    words.map(\.text).joined()
  }

  private static func isSpace(_ text: String) -> Bool {
    text.allSatisfy { $0 == " " }
  }
}

extension WordDifference {
  /// A word, equal to another only where every byte is.
  private struct Word: Hashable {
    let text: String

    static func == (left: Word, right: Word) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  /// The words of a text, which are all of it.
  private static func words(of text: String) -> [Word] {
    var words: [String] = []
    var last = Class.other
    for character in text {
      let kind = Class(character)
      if kind != .other, kind == last {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      last = kind
    }
    return words.map(Word.init)
  }

  private enum Class {
    case word, space, other

    init(_ character: Character) {
      self = character.isLetter || character.isNumber ? .word : character == " " ? .space : .other
    }
  }
}
