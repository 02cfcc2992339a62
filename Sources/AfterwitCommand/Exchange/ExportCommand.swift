internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit export`.
struct ExportCommand: ParsableCommand {
  /// The forms that an export takes.
  enum Format: String, ExpressibleByArgument {
    /// One document for each entry, each on a line of its own.
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints everything of every entry, also of deleted ones, one document a line.",
    discussion: """
      The arguments choose among the entries.
      \(EntryFilter.help)

      For example:
        afterwit export > journal.json
        afterwit export tag:onsite since:2026-06
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "What holds of them: words and filters, all of which must hold.")
  var filter: [String] = []
  @Option(parsing: .unconditional, help: "The format: json.")
  var format: Format = .json

  func run() throws {
    let chosen = filter.isEmpty ? EntryFilter() : try EntryFilter(typed: filter)
    try options.openDevice().export(chosen) { entry in
      Output.line(JSONValue.document(entry).text)
    }
  }
}
