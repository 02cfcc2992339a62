internal import ArgumentParser

/// `afterwit new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a new entry and prints its id.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "reflection, goal or mantra.")
  var kind: String
  @Argument(help: "The text, or - to read it from stdin.")
  var text: String?
  @Option(parsing: .unconditional, help: "The title.")
  var title: String?
  @Option(parsing: .unconditional, help: .day)
  var on: String?
  @Option(parsing: .unconditionalSingleValue, help: "A tag; repeatable.")
  var tag: [String] = []
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A field's value; repeatable.", valueName: "field=value"))
  var set: [String] = []
  @Option(
    parsing: .unconditional,
    help: "The field that takes the text (default: the main text of this kind).")
  var field: String?

  /// What the line asks for.
  var action: NewAction {
    NewAction(
      invocation: options.invocation, kind: kind, text: text, title: title, on: on, tags: tag,
      values: set, field: field
    )
  }

  func run() throws { try action.run() }
}
