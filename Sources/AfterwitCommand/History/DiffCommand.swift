internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows what differs between two versions of an entry, with the words marked.",
    discussion: """
      Without a range, it is what the last change did. Versions are the numbers of afterwit history, \
      or times; 0 is before the first.

      For example:
        afterwit diff @
        afterwit diff 7r2f 2..5
        afterwit diff 7r2f yesterday.. --field lesson
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entry, or an item of a list: the start of its id, or @ for the last entry.")
  var id: String
  @Argument(
    help: ArgumentHelp(
      "From one version to another: A..B, A.. for all since A, or ..B for that change alone.",
      valueName: "range"))
  var range: String?
  @Option(parsing: .unconditional, help: "Only what differs in this field.")
  var field: String?

  func run() throws {
    let range = try range.map { try VersionRange($0) } ?? .lastChange
    let device = try options.openDevice()
    let difference = try device.difference(of: try device.subject(id), in: range, field: field)
    try options.invocation.print(
      documents: [JSONValue.document(difference)],
      lines: [DifferencePage(style: .standardOutput).text(difference)])
  }
}
