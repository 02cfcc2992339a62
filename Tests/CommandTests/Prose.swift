import AfterwitTestRandomness

/// English sentences about interviews, each with a marker: a one-syllable surname of its own.
///
/// A marker is one precomposed Hangul syllable: a letter as others are to the merge, one scalar and
/// one grapheme, so no merge can split it, and it is in a text or it is not.
struct Prose {
  /// Where the precomposed syllables begin.
  private static let firstSyllable: UInt32 = 0xac00
  private static let syllableCount: UInt32 = 11_172

  private static let moments = [
    "On Monday", "After the second question", "In the hallway", "Before lunch", "This time",
    "When the call dropped", "At the whiteboard", "Ten minutes in", "Over coffee", "Near the end",
  ]
  private static let subjects = [
    "consistent hashing", "my last job", "why I left", "the salary", "rate limits", "failure",
    "a naïve sort", "on-call weeks", "a conflict at work", "deadlocks", "code that I regret",
  ]
  private static let feelings = [
    "calm", "small", "heard", "rushed", "proud", "oddly cheerful", "like a beginner", "tired",
    "braver than last week", "seen 🙂", "flat", "nervous, then curious",
  ]
  private static let people = [
    "Zoë", "Łukasz", "Søren", "Élodie", "Chloé Müller", "İpek", "Ana", "Ben 👩🏽‍💻", "Mr O’Neill",
  ]
  private static let lessons = [
    "ask before I answer", "leave a pause", "say “I don’t know” sooner", "draw the picture first",
    "sleep more", "write the test aloud", "bring water", "name one number", "not apologise twice",
  ]
  private static let sentences = [
    "{moment} Ms {name} asked about {subject}, and I felt {feeling}.",
    "{moment} I told Mr {name} and {person} what I learnt: {lesson}!",
    "Why does {subject} leave me {feeling}, Dr {name}?",
    "{moment} I talked too fast; {person} wrote {subject} down, {name} did not… {feeling}.",
    "To {lesson}: that is what {name} meant by {subject}.",
  ]
  private static let phrases = [
    "with Ms {name} and {person}", "more slowly than {name}", "– as {name} says –",
    "so {name} smiled", "because {name} (not {person}) nodded", "as quietly as {name}",
  ]

  private var written: UInt32 = 0

  /// The markers of a text.
  static func markers(in text: String) -> Set<String> {
    Set(
      text.unicodeScalars.filter {
        $0.value >= firstSyllable && $0.value < firstSyllable + syllableCount
      }.map { String($0) })
  }

  /// A text cut after each sentence and line, the white space with what it follows.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      if let last = piece.last, last.isWhitespace, !character.isWhitespace,
        let end = piece.last(where: { !$0.isWhitespace }),
        ".!?".contains(end) || piece.contains(where: \.isNewline)
      {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }

  /// A new sentence.
  mutating func sentence(_ random: inout SeededGenerator) -> String {
    fill(Self.pick(Self.sentences, &random), &random)
  }

  /// A new text of several sentences, in one paragraph or two.
  mutating func text(_ random: inout SeededGenerator) -> String {
    var text = sentence(&random)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      text += Bool.random(using: &random) ? " " : (text.contains("\n") ? " " : "\n\n")
      text += sentence(&random)
    }
    return text
  }

  /// A sentence with one to three of its words replaced by a phrase; its end stays.
  mutating func rewritten(_ piece: String, _ random: inout SeededGenerator) -> String {
    let tail = String(piece.reversed().prefix { $0.isWhitespace || ".!?".contains($0) }.reversed())
    var words = piece.dropLast(tail.count).split(separator: " ").map(String.init)
    let phrase = fill(Self.pick(Self.phrases, &random), &random)
    guard !words.isEmpty else { return phrase + tail }
    let start = Int.random(in: words.indices, using: &random)
    let end = min(words.count, start + Int.random(in: 1...3, using: &random))
    words.replaceSubrange(start..<end, with: [phrase])
    return words.joined(separator: " ") + tail
  }

  /// A text with a sentence rewritten, replaced, added or taken out.
  mutating func edited(_ text: String, _ random: inout SeededGenerator) -> String {
    var pieces = Self.pieces(of: text)
    guard !pieces.isEmpty else { return sentence(&random) }
    let index = Int.random(in: pieces.indices, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5:
      pieces[index] = rewritten(pieces[index], &random)
    case 5:
      let space = pieces[index].reversed().prefix(while: \.isWhitespace).reversed()
      pieces[index] = sentence(&random) + String(space)
    case 6..<8:
      pieces.insert(sentence(&random) + " ", at: index)
    case 8 where pieces.count > 2:
      pieces.remove(at: index)
    default:
      pieces.append((pieces[pieces.count - 1].last?.isWhitespace == true ? "" : " "))
      pieces.append(sentence(&random))
    }
    return pieces.joined()
  }

  /// A template with its gaps filled.
  private mutating func fill(_ template: String, _ random: inout SeededGenerator) -> String {
    let gaps = [
      "moment": Self.moments, "subject": Self.subjects, "feeling": Self.feelings,
      "person": Self.people, "lesson": Self.lessons, "name": [marker()],
    ]
    var text = template
    for (gap, words) in gaps.sorted(by: { $0.key < $1.key }) {
      text = text.replacing("{\(gap)}", with: Self.pick(words, &random))
    }
    return text
  }

  private mutating func marker() -> String {
    defer { written += 1 }
    return Unicode.Scalar(Self.firstSyllable + written % Self.syllableCount).map { String($0) }
      ?? ""
  }

  private static func pick<Element>(_ all: [Element], _ random: inout SeededGenerator) -> Element {
    all[Int.random(in: all.indices, using: &random)]
  }
}
