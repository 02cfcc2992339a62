internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit store`: the file that holds the journal on this machine.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract:
      "Checks the journal's file on this machine, and rescues what is intact in a damaged one.",
    discussion: """
      For example:
        afterwit store check
      """,
    subcommands: [StoreCheckCommand.self, StoreSalvageCommand.self],
    defaultSubcommand: StoreCheckCommand.self)
}

/// `afterwit store check`.
struct StoreCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Shows whether the file is sound, and what is intact in it.",
    discussion: """
      For example:
        afterwit store check
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let check = try Device.check(try options.resolvedHome(), environment: try .present())
    try options.invocation.print(
      documents: [JSONValue.document(check)], lines: [StorePage.text(check)])
    guard check.isSound else {
      throw CommandFailure(
        .failed,
        check.isViewSound == false
          ? "What is shown is not what the changes give." : "The journal's file is damaged.",
        safe: check.hasKeys
          ? "\(check.joined) envelopes and the device's keys are intact; nothing was changed."
          : "\(check.intact) envelopes are intact, the device's keys are gone; nothing was changed.",
        next: "Type: afterwit store salvage")
    }
  }
}

/// `afterwit store salvage`.
struct StoreSalvageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Makes a new file from what is intact in a damaged one, and keeps the damaged one.",
    discussion: """
      For example:
        afterwit store salvage
      """)

  @OptionGroup var options: GlobalOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Another home of this journal, to take intact envelopes from.", valueName: "dir"))
  var from: String?

  func run() throws {
    let report = try Device.salvage(
      try options.resolvedHome(), from: from.map { Home(path: $0) }, environment: try .present())
    for line in StorePage.lines(report) { Output.talk(line) }
    guard !report.wasCopied else { throw CommandFailure.forked }
  }
}
