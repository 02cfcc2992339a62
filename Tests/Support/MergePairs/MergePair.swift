/// Two machines that edited one text without knowing of each other, and what a person expects.
package struct MergePair: Sendable {
  /// What is right.
  package enum Verdict: String, Sendable {
    /// One of the accepted texts, without a question.
    case merge
    /// A question.
    case ask
    /// A question, or one of the accepted texts without one.
    case either
  }

  /// What a person can answer to a question.
  package enum Answer: String, Sendable, CaseIterable {
    case mine, theirs, base, both
  }

  /// The name of its class.
  package let kind: String
  /// The name of its language.
  package let language: String
  /// Its place among the pairs of its class and language, from 0.
  package let number: Int
  /// What was saved before the two parted, one save after another; both saw the last.
  package let base: [String]
  /// What the first machine saved, one save after another.
  package let mine: [String]
  /// What the second machine saved.
  package let theirs: [String]
  /// What is right.
  package let verdict: Verdict
  /// The texts that may stand without a question.
  package let merged: Set<String>
  /// The whole texts that are right after an answer, one of them; none where nothing need be asked.
  package let answered: [Answer: Set<String>]
  /// Every word and value that a save of a machine, or what they began with, holds.
  package let words: Set<String>
  /// Values of several words that nobody wrote, though each of their words stands somewhere.
  package let mixtures: [String]
  /// Whether the language leaves no spaces between words.
  package let isUnspaced: Bool

  /// A pair of given parts.
  package init(
    kind: String, language: String, number: Int, base: [String], mine: [String], theirs: [String],
    verdict: Verdict, merged: Set<String> = [], answered: [Answer: Set<String>] = [:],
    words: Set<String> = [], mixtures: [String] = [], isUnspaced: Bool = false
  ) {
    (self.kind, self.language, self.number) = (kind, language, number)
    (self.base, self.mine, self.theirs) = (base, mine, theirs)
    (self.verdict, self.merged, self.answered) = (verdict, merged, answered)
    (self.words, self.mixtures, self.isUnspaced) = (words, mixtures, isUnspaced)
  }
}
