internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit init`.
struct InitCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes a journal, with this machine as its first device.",
    discussion: """
      For example:
        afterwit init --name desk
      """)

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "The name of the device (default: that of this machine).")
  var name: String?
  @Option(parsing: .unconditional, help: "A relay to bring the journal to at once.")
  var relay: String?
  @OptionGroup var codeOptions: CodeOptions
  @OptionGroup var headerOptions: HeaderOptions
  @Option(parsing: .unconditional, help: "A new file to write the recovery secret to.")
  var recoveryFile: String?

  func perform() async throws {
    guard !codeOptions.areGiven || relay != nil else {
      throw CommandFailure.usage("--code goes with --relay.", next: "Add --relay URL.")
    }
    let headers = try headerOptions.headers()
    guard headers.isEmpty || relay != nil else {
      throw CommandFailure.usage("--header goes with --relay.", next: "Add --relay URL.")
    }
    if let relay { _ = try Connection.address(relay, insecure: options.insecure) }
    guard recoveryFile != nil || Output.talksToTerminal else {
      throw CommandFailure.usage(
        "There is no terminal to show the recovery secret on.",
        next: "Name a new file for it: afterwit init --recovery-file FILE")
    }
    let code = try codeOptions.given()
    let name = name ?? Machine.name
    let device = try makeJournal(as: name)
    let ready = "Your journal is ready; this machine is \(Escaping.oneLine(name))."
    guard let relay else {
      Output.talk(ready + " Nothing leaves it until you set a relay.")
      return
    }
    Output.talk(ready)
    try device.setRelay(relay, code: code, headers: headers)
    let report = try await Connection.sync(
      device, timeout: Connection.sessionTime, insecure: options.insecure)
    Output.talk(report.line)
    try report.check()
  }

  /// Makes the journal; the place for its recovery secret is secured before, and filled after.
  private func makeJournal(as name: String) throws -> Device {
    let home = try FreeHome(try options.resolvedHome())
    guard let recoveryFile else {
      return try Device.initialize(home, name: name, environment: try .present()) { secret in
        Output.talk("This is the journal's recovery secret, shown only now. Keep it on paper:")
        Output.talk("    " + secret)
      }
    }
    let file = try RecoveryFile(creating: recoveryFile)
    let device: Device
    do {
      device = try Device.initialize(home, name: name, environment: try .present()) {
        (secret) throws(DeviceFailure) in try file.keep(secret)
      }
    } catch {
      file.discard()
      throw error
    }
    Output.talk("Its recovery secret is in \(recoveryFile); keep it safe.")
    return device
  }
}
