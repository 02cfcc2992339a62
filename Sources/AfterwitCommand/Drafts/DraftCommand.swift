internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// `afterwit draft`: what edits have left behind.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Lists, recovers and drops texts that were not saved.",
    subcommands: [DraftListCommand.self, DraftRecoverCommand.self, DraftDropCommand.self],
    defaultSubcommand: DraftListCommand.self)
}

/// `afterwit draft list`.
struct DraftListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the drafts: name, entry, field, age, first words.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let reports = try options.openDevice().drafts()
    let lines =
      options.json
      ? reports.map { JSONValue.document($0).text }
      : DraftTable(style: .standardOutput, now: .now).lines(reports)
    Output.lines(lines)
  }
}

/// `afterwit draft recover`.
struct DraftRecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover", abstract: "Saves a draft as the edit it was, and takes it away.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The draft: its name, the start of it, or its path.")
  var name: String
  @Option(parsing: .unconditional, help: "Another entry to put the text into.")
  var to: String?
  @Option(parsing: .unconditional, help: "The field of that entry; else the draft's own.")
  var field: String?

  func run() throws {
    guard field == nil || to != nil else {
      throw DeviceFailure.usage("--field goes with --to.", next: "Add --to ENTRY.")
    }
    let device = try options.openDevice()
    let entry = if let to { try device.entryID(to) } else { EntryID?.none }
    let recovery = try device.recover(try device.draft(name), to: entry, field: field)
    Output.line(recovery.entry.shortText)
    if !recovery.isChange { Output.talk("The text was there already; the draft is gone.") }
  }
}

/// `afterwit draft drop`.
struct DraftDropCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Throws a draft away; this cannot be undone.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The draft: its name, the start of it, or its path.")
  var name: String
  @Flag(help: "Do not ask.")
  var yes = false
  @Flag(help: "Only tell what would be thrown away.")
  var dryRun = false

  func run() throws {
    let device = try options.openDevice()
    let draft = try device.draft(name)
    let line = DraftTable(style: .standardOutput, now: .now).lines([draft]).joined()
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
