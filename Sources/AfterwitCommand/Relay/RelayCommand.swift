internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit relay`: the one relay of this home.
struct RelayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relay", abstract: "Names the relay of this home.",
    subcommands: [RelaySetCommand.self])
}

/// `afterwit relay set`.
struct RelaySetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Names the relay of this home; sync goes there from now on.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The relay's address.", valueName: "url"))
  var address: String
  @Option(parsing: .unconditional, help: "The operator's code, to bring the journal there.")
  var code: String?

  func run() throws {
    let device = try options.openDevice()
    _ = try Connection.address(address, insecure: options.insecure)
    try device.setRelay(address, code: code)
    Output.talk("The relay is set. Type: afterwit sync")
  }
}
