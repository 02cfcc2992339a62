internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit device`: the devices of the journal.
struct DeviceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device",
    abstract: "Invites another machine into the journal, shuts one out, and lists the devices.",
    discussion: """
      For example:
        afterwit device
        afterwit device invite
      """,
    subcommands: [
      DeviceInviteCommand.self, DeviceJoinCommand.self, DeviceListCommand.self,
      DeviceRevokeCommand.self, DeviceAdoptCommand.self, DeviceRejoinCommand.self,
      DeviceRenameCommand.self, DeviceYieldCommand.self, DeviceForgetCommand.self,
    ],
    defaultSubcommand: DeviceListCommand.self)
}

/// `afterwit device list`.
struct DeviceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the devices, and when each wrote last.",
    discussion: """
      For example:
        afterwit device list
      """)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Also those that were forgotten.")
  var all = false

  func run() throws {
    let reports = try options.openDevice().devices()
    func isListed(_ report: DeviceReport) -> Bool { all || !report.isForgotten }
    try options.invocation.print(
      documents: reports.filter(isListed).map { JSONValue.document($0) },
      lines: DeviceTable(style: .standardOutput).lines(reports, where: isListed))
  }
}
