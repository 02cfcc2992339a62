internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists entries, a line each, the newest first.",
    discussion: """
      Entries are sorted by the day on which what they tell of happened, else by the day of \
      writing. The arguments choose among them; a kind may stand first.

      \(EntryFilter.help)

      For example:
        afterwit list goals due:..friday
        afterwit list tag:onsite mood:..2 since:2026-11 -n 20
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "What holds of them: words and filters, all of which must hold.")
  var filter: [String] = []
  @Option(parsing: .unconditional, help: "List only this kind: reflection, goal or mantra.")
  var kind: String?
  @Option(parsing: .unconditionalSingleValue, help: "List only entries with this tag; repeatable.")
  var tag: [String] = []
  @Flag(help: "List removed entries instead.")
  var deleted = false
  @Option(
    name: .customLong("by"), parsing: .unconditional,
    help: ArgumentHelp("Sort by on, written, modified or due.", valueName: "order"))
  var order: String?
  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("List at most this many.", valueName: "count"))
  var limit: Int?

  /// What the line asks for.
  var action: ListAction {
    ListAction(
      invocation: options.invocation, arguments: filter, kind: kind, tags: tag, deleted: deleted,
      order: order, limit: limit)
  }

  func run() throws { try action.run() }
}
