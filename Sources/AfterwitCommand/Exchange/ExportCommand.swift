internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit export`.
struct ExportCommand: ParsableCommand {
  /// The forms that an export takes.
  enum Format: String, ExpressibleByArgument {
    /// One document an entry, a line each.
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Prints everything of every entry, deleted ones too, one document a line.")

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "json, the only one so far.")
  var format: Format = .json

  func run() throws {
    try options.openDevice().export { entry in
      Output.line(JSONValue.document(entry).text)
    }
  }
}
