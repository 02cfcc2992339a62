internal import ArgumentParser

/// `afterwit why`.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract:
      "Tells why an entry, an item or a field stands as it does: who wrote it when, over what.",
    discussion: """
      Where several machines wrote without knowing of each other, it names them and the rule that \
      decided. Numbers in brackets are those of afterwit history.

      For example:
        afterwit why @
        afterwit why 7r2f.mood
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      "The entry, or an item of a list: the start of its id, or @; a field of it behind a point.",
      valueName: "id[.field]"))
  var id: String

  /// What the line asks for.
  var action: WhyAction { WhyAction(invocation: options.invocation, id: id) }

  func run() throws { try action.run() }
}
