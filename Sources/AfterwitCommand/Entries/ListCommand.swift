internal import ArgumentParser

/// `afterwit list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists entries, the newest first.")

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "Only reflections, goals or mantras.")
  var kind: String?
  @Option(parsing: .unconditionalSingleValue, help: "Only those with this tag; repeatable.")
  var tag: [String] = []
  @Flag(help: "Those out of sight instead.")
  var deleted = false
  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("At most so many.", valueName: "count"))
  var limit: Int?

  /// What the line asks for.
  var action: ListAction {
    ListAction(
      invocation: options.invocation, kind: kind, tags: tag, deleted: deleted, limit: limit
    )
  }

  func run() throws { try action.run() }
}
