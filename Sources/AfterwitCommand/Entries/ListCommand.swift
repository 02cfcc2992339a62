internal import ArgumentParser

/// `afterwit list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists entries, the newest first.")

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "List only this kind: reflection, goal or mantra.")
  var kind: String?
  @Option(parsing: .unconditionalSingleValue, help: "List only entries with this tag; repeatable.")
  var tag: [String] = []
  @Flag(help: "List deleted entries instead.")
  var deleted = false
  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("List at most this many.", valueName: "count"))
  var limit: Int?

  /// What the line asks for.
  var action: ListAction {
    ListAction(
      invocation: options.invocation, kind: kind, tags: tag, deleted: deleted, limit: limit
    )
  }

  func run() throws { try action.run() }
}
