internal import ArgumentParser

/// `afterwit review resolve`.
struct ReviewResolveCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Decides a review, or one part of it.",
    discussion: """
      Of two sides, mine is the one that was written on this machine and theirs is the other; \
      side N names any side by its number. What one side took away, keep keeps and remove removes. \
      both keeps the words of all sides, one after the other where they differ; base brings back \
      what stood before, and current keeps what stands now; edit opens what stands now in your \
      editor, with what was before and what each side made of it below a line. --text gives the field's whole text or value, and - reads it from stdin.

      For example:
        afterwit review resolve m334 mine
        afterwit review resolve m334 edit
        afterwit review resolve m334 --text "Every morning, with Ana."
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .review)
  var id: String
  @Argument(help: "mine, theirs, side N, both, base, keep, remove, current, edit, or - for stdin.")
  var answer: [String] = []
  @Option(parsing: .unconditional, help: "The whole text or value of the field.")
  var text: String?

  @Flag(help: "Takes the answer though what stands was edited since; that edit goes.")
  var replace = false

  /// What the line asks for.
  var action: ReviewResolveAction {
    ReviewResolveAction(
      invocation: options.invocation, id: id, answer: answer, text: text, replace: replace)
  }

  func perform() async throws { try await action.run() }
}
