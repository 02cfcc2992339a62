internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit relay`: the one relay of this home.
struct RelayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relay", abstract: "Sets the relay of this home.",
    subcommands: [RelaySetCommand.self])
}

/// `afterwit relay set`.
struct RelaySetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Sets the relay that afterwit sync talks to.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The relay's address.", valueName: "url"))
  var address: String
  @Option(
    parsing: .unconditional, help: "The operator's code, which lets the journal in at a new relay.")
  var code: String?

  func run() throws {
    let device = try options.openDevice()
    _ = try Connection.address(address, insecure: options.insecure)
    try device.setRelay(address, code: code)
    Output.talk("The relay is set. Type: afterwit sync")
  }
}
