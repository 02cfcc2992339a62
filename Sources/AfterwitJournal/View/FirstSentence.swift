internal import AfterwitText

/// The first sentence of a line, by which a person knows what has no title.
///
/// It ends where sentences end (Protocol/4-documents, "Sentences"), but not behind a letter alone or a
/// short form of how people are called: `Dr. Ortiz asked.` is one sentence.
struct FirstSentence {
  private static let shortForms: Set<Substring> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "no", "inc", "ltd", "co", "approx",
    "fr", "hr", "mme", "sra",
  ]

  /// The sentence, without space around it.
  let text: String

  /// The first sentence of a line.
  init(of line: String) {
    // Most titles are one sentence, and without a sign that can end another.
    var end = line.firstSentenceEnd(after: line.startIndex)
    while end < line.endIndex, Self.goesOn(line[..<end]) {
      end = line.firstSentenceEnd(after: end)
    }
    text = String(line[..<end].trimmed)
  }

  /// Whether what seems to be a sentence ends with a short form.
  private static func goesOn(_ sentence: Substring) -> Bool {
    let line = sentence.trimmed
    guard line.last == "." else { return false }
    func parts(_ character: Character) -> Bool { character.isWhitespace || character == "(" }
    var words = line.dropLast()
    while words.last.map(parts) == true { words.removeLast() }
    let word = words.lastIndex(where: parts).map { words[words.index(after: $0)...] } ?? words
    return word.count == 1 && word.first?.isLetter == true && word != "I"
      || shortForms.contains(word.lowercased()[...])
  }
}
