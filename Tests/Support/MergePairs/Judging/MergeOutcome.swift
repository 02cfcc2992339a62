/// What an engine made of a pair.
package struct MergeOutcome: Sendable {
  /// What stands; `nil` where the engine gives no text, as where a tool stops at a conflict.
  package var text: String?
  /// Whether a question is open.
  package var isAsked = false
  /// The whole text after each answer that could be given.
  package var answers: [MergePair.Answer: String] = [:]
  /// The texts of the sides of the open questions.
  package var sides: [String] = []
  /// Whether the machines show different things.
  package var differs = false

  /// An outcome without a question.
  package init(text: String? = nil) { self.text = text }
}
