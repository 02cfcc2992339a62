internal import AfterwitDevice
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

  func run() throws {
    guard restore else { return try show() }
    guard let version else {
      throw CommandFailure.usage(
        "No version is named.", next: "Name the one to bring back: afterwit history ID 3 --restore")
    }
    let device = try options.openDevice()
    let id = try device.entryID(toChange: id)
    let outcome = try device.bringBack(VersionName(version), of: id, field: field)
    try options.invocation.talk(
      RestorationTalk.lines(outcome, of: try device.entry(id), field: field))
  }

  private func show() throws {
    let device = try options.openDevice()
    let subject = try device.subject(id)
    var versions = try device.history(of: subject, field: field)
    if let version {
      let number = try device.entry(subject.entry, at: VersionName(version)).version.number
      versions.removeAll { $0.number != number }
    }
    try options.invocation.print(
      documents: versions.map { JSONValue.document($0, of: subject.entry) },
      lines: HistoryLines(style: .standardOutput).lines(versions),
      nothing: "Nothing has changed it.")
  }
}
