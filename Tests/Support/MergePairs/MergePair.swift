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
  package var base: [String]
  /// What the first machine saved, one save after another.
  package var mine: [String]
  /// What the second machine saved.
  package var theirs: [String]
  /// What is right.
  package var verdict: Verdict
  /// The texts that may stand without a question.
  package var merged: Set<String> = []
  /// The whole texts that are right after an answer, one of them; none where nothing need be asked.
  package var answered: [Answer: Set<String>] = [:]
  /// Every word and value that a save of a machine, or what they began with, holds.
  package var words: Set<String> = []
  /// Values of several words that nobody wrote, though each of their words stands somewhere.
  package var mixtures: [String] = []
  /// Whether the language leaves no spaces between words.
  package var isUnspaced = false
}
