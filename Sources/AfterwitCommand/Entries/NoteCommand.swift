internal import ArgumentParser

/// `afterwit note`.
struct NoteCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Writes a few words down, and prints the id of the entry.",
    discussion: """
      Words need no quotes. For example: afterwit note They asked about queues and I went blank
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The text, or - to read it from stdin.")
  var words: [String] = []
  @OptionGroup var entry: NewOptions

  /// What the line asks for.
  var action: NewAction { entry.action(TypedKind.note, words, options) }

  func perform() async throws { try await action.run() }
}
