internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// `afterwit draft`: texts of edits that did not end.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Lists, recovers and drops texts that were not saved.",
    discussion: """
      For example:
        afterwit draft list
        afterwit draft recover 7r2f
      """,
    subcommands: [DraftListCommand.self, DraftRecoverCommand.self, DraftDropCommand.self],
    defaultSubcommand: DraftListCommand.self)
}

/// `afterwit draft list`.
struct DraftListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the drafts: name, entry, field, age, first words.",
    discussion: """
      For example:
        afterwit draft list
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let reports = try options.openDevice().drafts()
    try options.invocation.print(
      documents: reports.map { JSONValue.document($0) },
      lines: DraftTable(style: .standardOutput, now: try .now()).lines(reports),
      nothing: "No draft is left.")
  }
}

/// `afterwit draft recover`.
struct DraftRecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Finishes the edit that a draft is left from, and removes the draft.",
    discussion: """
      For example:
        afterwit draft recover 7r2f
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .draft)
  var name: String
  @Option(parsing: .unconditional, help: "Put the text into this entry instead of the draft's own.")
  var to: String?
  @Option(parsing: .unconditional, help: "The field of that entry (default: that of the draft).")
  var field: String?

  func run() throws {
    guard field == nil || to != nil else {
      throw CommandFailure.usage("--field goes with --to.", next: "Add --to ENTRY.")
    }
    let device = try options.openDevice()
    let entry = if let to { try device.entryID(toChange: to) } else { EntryID?.none }
    let draft = try device.draft(name)
    let recovery = try device.recover(draft, to: entry, field: field)
    Output.line(recovery.entry.shortText)
    try options.invocation.talk(
      [
        recovery.isChange
          ? "Changed " + device.entry(recovery.entry).label
          : "The text was there already; the draft is gone."
      ] + EditTalk.lines(recovery, field: field ?? draft.field, on: device))
  }
}

/// `afterwit draft drop`.
struct DraftDropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Throws a draft away, which cannot be undone.",
    discussion: """
      For example:
        afterwit draft drop 7r2f
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .draft)
  var name: String
  @Flag(help: "Do not ask.")
  var yes = false
  @Flag(help: "Only show what would be thrown away.")
  var dryRun = false

  func run() throws {
    let device = try options.openDevice()
    let draft = try device.draft(name)
    let line = DraftTable(style: .standardOutput, now: try .now()).lines([draft]).joined()
    guard !dryRun else {
      Output.line(line)
      return
    }
    let question = try Question(
      yes: yes, what: "There is no terminal to ask at whether to throw the draft away.",
      otherwise: "Add --yes, or look first: afterwit draft drop \(draft.name) --dry-run")
    if !yes { Output.talk(line) }
    guard question.agrees(to: "Throw it away for ever?") else {
      Output.talk("The draft is kept.")
      return
    }
    try device.drop(draft)
  }
}

extension ArgumentHelp {
  /// The words for the one draft that a command works on.
  fileprivate static var draft: ArgumentHelp {
    "The draft: at least four characters of its name, or its path."
  }
}
