internal import AfterwitDevice
internal import AfterwitSync
internal import ArgumentParser

/// `afterwit relay`: the one relay of this home.
struct RelayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relay", abstract: "Sets the relay of this home.",
    discussion: """
      For example:
        afterwit relay set https://relay.example --code CODE
      """,
    subcommands: [RelaySetCommand.self])
}

/// `afterwit relay set`.
struct RelaySetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Sets the relay that afterwit sync talks to.",
    discussion: """
      For example:
        afterwit relay set https://relay.example --code CODE
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The relay's address.", valueName: "url"))
  var address: String
  @OptionGroup var codeOptions: CodeOptions
  @OptionGroup var headerOptions: HeaderOptions
  @Flag(help: "Forget the headers that were sent to a proxy before this relay.")
  var noHeaders = false

  func run() throws {
    let device = try options.openDevice()
    _ = try Connection.address(address, insecure: options.insecure)
    let headers = try headerOptions.headers()
    guard headers.isEmpty || !noHeaders else {
      throw CommandFailure.usage("--header and --no-headers exclude each other.")
    }
    try device.setRelay(
      address, code: codeOptions.given(), headers: headers.isEmpty && !noHeaders ? nil : headers)
    let names = try device.relayHeaders().map(\.name)
    let sent = names.isEmpty ? "" : ", and its requests carry \(names.joinedAsProse)"
    Output.talk("The relay is set\(sent). Type: afterwit sync")
  }
}
