internal import ArgumentParser

/// `afterwit new`.
struct NewCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a new entry and prints its id.",
    discussion: """
      An interview, rejection, setback, win or note is a reflection on that occasion. \
      Words need no quotes.
      \(ArgumentHelp.fieldsOfKinds)

      For example:
        afterwit new rejection They went with someone else --org Acme
        afterwit new interview --org Globex --on "next tuesday 10:00"
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: """
      reflection, goal or mantra; or interview, rejection, setback, win or note.
      """)
  var kind: String
  @Argument(help: "The text, or - to read it from stdin.")
  var words: [String] = []
  @OptionGroup var entry: NewOptions

  /// What the line asks for.
  var action: NewAction { entry.action(kind, words, options) }

  func perform() async throws { try await action.run() }
}
