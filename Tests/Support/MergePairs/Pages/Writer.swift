internal import AfterwitTestRandomness

/// Draws words, sentences and pages of a language, each with a number of its own.
package struct Writer {
  let language: Language
  var random: SeededGenerator
  private var lastNumber = 0
  private var patterns: [String] = []

  /// A writer whose draws a seed repeats.
  init(_ language: Language, seed: UInt64) {
    self.language = language
    random = SeededGenerator(seed: seed)
  }

  /// A number that nothing bears yet.
  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }

  /// One of some things.
  mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
    guard let choice = choices.randomElement(using: &random) else {
      preconditionFailure("nothing to draw from in \(language.name)")
    }
    return choice
  }

  /// Some of some things, each once.
  mutating func pick<Choices: Collection>(_ count: Int, of choices: Choices) -> [Choices.Element] {
    Array(choices.shuffled(using: &random).prefix(count))
  }

  /// Whether something that happens once in so many times happens now.
  mutating func chance(oneIn times: Int) -> Bool {
    Int.random(in: 0..<times, using: &random) == 0
  }
}

extension Writer {
  /// A word of a list that is none of some.
  mutating func text(of slot: Language.Slot, except others: [String] = []) -> String {
    pick((language.words[slot] ?? []).filter { !others.contains($0) })
  }

  /// A word.
  mutating func word(_ text: String, slot: Language.Slot? = nil) -> Page.Word {
    Page.Word(id: nextNumber(), text: text, slot: slot)
  }

  /// A word of a list.
  mutating func word(of slot: Language.Slot, except others: [String] = []) -> Page.Word {
    word(text(of: slot, except: others), slot: slot)
  }

  /// The same sentence in other words, one in each place that has a list.
  mutating func sentence() -> Page.Sentence {
    if patterns.isEmpty { patterns = language.patterns.shuffled(using: &random) }
    return sentence(of: patterns.removeLast())
  }

  /// A sentence that holds a value.
  mutating func sentence(holding value: String) -> Page.Sentence {
    sentence(of: pick(language.carriers), value: value)
  }

  /// A sentence of a pattern.
  mutating func sentence(of pattern: String, value: String = "") -> Page.Sentence {
    var sentence = Page.Sentence(id: nextNumber(), words: [], end: "")
    var rest = pattern[...]
    while let first = rest.first, "¡¿".contains(first) {
      sentence.opening.append(first)
      rest.removeFirst()
    }
    while let last = rest.last, Self.ends.contains(last) {
      sentence.end.insert(last, at: sentence.end.startIndex)
      rest.removeLast()
    }
    for part in rest.split(separator: language.isUnspaced ? "|" : " ") {
      guard part.contains(where: { !Self.signs.contains($0) }) else {
        attach(part, to: &sentence)
        continue
      }
      let bare = part.prefix { !Self.signs.contains($0) }
      var word = self.word(String(bare))
      if bare.hasPrefix("{"),
        let slot = Language.Slot(rawValue: String(bare.dropFirst().dropLast()))
      {
        let taken = sentence.words.map(\.text)
        word.slot = slot
        word.text = slot == .value ? value : text(of: slot, except: taken)
      }
      word.closing = String(part[bare.endIndex...])
      sentence.words.append(word)
    }
    return sentence
  }

  /// A comma belongs to the word before it; a space of its own is what separates two words.
  private func attach(_ part: Substring, to sentence: inout Page.Sentence) {
    guard !sentence.words.isEmpty else { return }
    let last = sentence.words.count - 1
    if part == " " {
      sentence.words[last].gap = " "
    } else {
      sentence.words[last].closing += part
    }
  }

  private static let ends: Set<Character> = [".", "!", "?", "。", "！", "।", "؟"]
  private static let signs: Set<Character> = [",", "、", "，", "،", " "]
}
