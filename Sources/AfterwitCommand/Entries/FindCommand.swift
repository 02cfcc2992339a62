internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit find`.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds the entries that hold all of these words.",
    discussion: """
      Each line shows the words around what was found, and the field that they are of; the newest \
      entry comes first. Private entries are left out unless you ask for them.

      \(EntryFilter.help)

      For example:
        afterwit find queue not tag:onsite
        afterwit find "I went blank" since:2026-06
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The words and filters, all of which must hold.")
  var words: [String]
  @Flag(name: .customLong("private"), help: "Search private entries too.")
  var includesPrivate = false
  @Option(
    name: .customLong("by"), parsing: .unconditional,
    help: ArgumentHelp("Sort by on, written, modified or due.", valueName: "order"))
  var order: String?
  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("Show at most this many.", valueName: "count"))
  var limit: Int?

  /// What the line asks for.
  var action: FindAction {
    FindAction(
      invocation: options.invocation, words: words, includesPrivate: includesPrivate,
      order: order, limit: limit)
  }

  func run() throws { try action.run() }
}
