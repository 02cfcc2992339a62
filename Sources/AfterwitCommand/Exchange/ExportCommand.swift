internal import AfterwitDevice
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
    abstract: "Prints everything of every entry, also of deleted ones, one document a line.")

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "The format: json.")
  var format: Format = .json

  func run() throws {
    try options.openDevice().export { entry in
      Output.line(JSONValue.document(entry).text)
    }
  }
}
