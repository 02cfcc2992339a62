/// A language as far as a journal of a few plain sentences needs it.
///
/// Patterns are cut into words at spaces, or at `|` where the language leaves none; `{mood}` stands
/// for a word of that list. Every word of a list may take the place of every other one.
package struct Language: Sendable {
  /// A list of words.
  package enum Slot: String, Hashable, Sendable, CaseIterable {
    case opening, mood, degree, person, topic, time
    /// Something that no list has: a number, a date, a link, any word.
    case value
  }

  /// Its name.
  package let name: String
  /// What stands between words.
  package var wordGap = " "
  /// What stands between sentences.
  package var sentenceGap = " "
  /// Whether nothing but a space ends a sentence.
  var endsSentencesWithSpace = false
  /// Whether the word that says how much follows what it belongs to.
  var degreeFollows = false
  /// Plain sentences.
  let patterns: [String]
  /// Sentences that hold any word or value.
  let carriers: [String]
  /// The lists.
  let words: [Slot: [String]]
  /// Words each of which is the first one with an ending.
  let endings: [[String]]
  /// Words, each with something before it, and with something behind it.
  let bothEnds: [[String]]
  /// What can stand before and behind a hyphen.
  let compounds: [[String]]
  /// What an item of a list says.
  let items: [String]
  /// What a template's headings say.
  let headings: [String]
  /// Months, as a day stands before (or, where the month comes first, behind) them.
  let months: [String]
  /// What stands between day and month; `nil` where the month comes first, as in `3月12日`.
  var dayGap: String? = " "
  /// What ends a day where the month comes first.
  var dayEnd = ""
  /// Quotation marks that a keyboard does not have.
  let quotes: (opening: String, closing: String)
  /// Another end of a sentence than the usual one.
  let otherEnd: String
  /// A comma.
  var comma = ","
  /// What divides a decimal.
  var decimal = "."
  /// What divides thousands.
  var thousands = ","
  /// Letters that names begin with.
  var initials = ["J", "R", "T", "M", "K", "B"]
  /// Its own digits, where people write them beside the usual ones.
  var digits: [Character] = []

  /// Whether it leaves no space between words.
  package var isUnspaced: Bool { wordGap.isEmpty }
}

extension Language {
  /// All that there are.
  package static let all = [
    english, german, french, spanish, russian, greek, turkish, arabic, hindi, japanese, chinese,
    korean, thai,
  ]

  /// Words that stand in one line.
  static func list(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }
}
