internal import ArgumentParser

/// `afterwit history`.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract:
      "Shows what became of an entry: each change with its machine, its time and what it did.",
    discussion: """
      The newest stands last. Each has a number, which show --at and diff take. With --restore the \
      entry shows again what it showed then, by a new change on top of all.

      For example:
        afterwit history @
        afterwit history 7r2f --field lesson
        afterwit history 7r2f 3 --restore
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry, or an item of a list: the start of its id, or @ for the last entry.")
  var id: String
  @Argument(
    help: ArgumentHelp(
      "Only this version: its number, or a time, as 2026-11-03T20:15.", valueName: "version"))
  var version: String?
  @Option(parsing: .unconditional, help: "Only what is done to this field.")
  var field: String?
  @Flag(help: "Show again what the version showed; an entry by at least four characters of its id.")
  var restore = false

  /// What the line asks for.
  var action: HistoryAction {
    HistoryAction(
      invocation: options.invocation, id: id, version: version, field: field, restore: restore)
  }

  func run() throws { try action.run() }
}
