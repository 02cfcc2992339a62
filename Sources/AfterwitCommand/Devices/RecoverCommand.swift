internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitSync
internal import ArgumentParser

/// `afterwit recover`.
struct RecoverCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Brings the journal back to a new machine by its recovery secret.",
    discussion: """
      The secret is typed, or comes through stdin as the one line that init showed. No other machine
      is needed. Those that are lost are shut out with --lost.

      For example:
        afterwit recover https://relay.example --lost laptop
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The address of the relay.")
  var url: String
  @Option(parsing: .unconditional, help: "The name of the device (default: that of this machine).")
  var name: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A device that is lost, to be shut out.", valueName: "device"))
  var lost: [String] = []
  @OptionGroup var headerOptions: HeaderOptions
  @Flag(help: "Do not ask whether what came is right.")
  var yes = false

  func perform() async throws {
    // The executable that has a network runs a command from its beginning, before it reads anything.
    _ = try Connection.network()
    let home = try options.resolvedHome()
    _ = try FreeHome(toJoinIn: home)
    let route = RelayRoute(
      address: try Connection.address(url, insecure: options.insecure),
      headers: try headerOptions.headers())
    let question = try Question(
      yes: yes, what: "There is no terminal to ask at.",
      otherwise: "Add --yes; --lost DEVICE names who is to be shut out.")
    if StandardInput.isTerminal { Output.talk("Type the recovery secret, from awr on:") }
    let secret = StandardInput.line() ?? ""
    let name = name ?? Machine.name
    var outBefore: Set<DeviceID> = []
    let device = try await Connection.with(route) { relay in
      try await Device.recover(
        home, name: name, secret: secret, from: relay, at: url, headers: route.headers,
        lost: lost, environment: try .present(),
        isRight: { reports in
          outBefore = Set(reports.filter(\.isOut).map(\.device))
          for line in Self.lines(reports) { Output.talk(line) }
          return question.agrees(to: "Is that right?")
        })
    }
    Output.talk(
      "Your journal is back; this machine is \(Escaping.oneLine(name)). Type: afterwit sync")
    // On a machine that was restored, what was typed until now is kept so.
    if !device.drafts().isEmpty {
      Output.talk("What was written here before is kept: afterwit draft list")
    }
    for report in try device.devices() where report.isOut && !outBefore.contains(report.device) {
      Output.talk("\(Escaping.oneLine(report.label)) is shut out.")
    }
  }

  /// Which devices there are, and how old the newest word is.
  private static func lines(_ reports: [DeviceReport]) -> [String] {
    let newest = reports.compactMap(\.lastMilliseconds).max()
    let lines =
      ["These are its devices, and when each wrote last:"]
      + DeviceTable(style: .standardOutput).lines(reports).map { "    " + $0 }
    guard let newest else { return lines }
    return lines + ["The newest change is of \(Moment(milliseconds: newest).local)."]
  }
}
