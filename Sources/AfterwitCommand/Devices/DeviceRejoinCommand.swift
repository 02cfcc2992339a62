internal import AfterwitDevice
internal import AfterwitSync
internal import ArgumentParser

/// `afterwit device rejoin`.
struct DeviceRejoinCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "rejoin",
    abstract: "Comes back in, on a machine that was shut out; its invite comes through stdin.",
    discussion: """
      The machine pairs anew, under new keys, and what is written here is the journal's again.

      For example:
        afterwit device rejoin < line
      """)

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "Its name from now on (default: what it was called).")
  var name: String?
  @OptionGroup var headerOptions: HeaderOptions
  @Flag(help: "Do not ask whether both screens show the same four words.")
  var yes = false
  @Flag(help: "Go back to the old keys, where a meeting came to nothing.")
  var giveUp = false

  func perform() async throws {
    let device = try options.openDevice()
    if giveUp {
      try device.giveUpRejoining()
      return Output.talk("This machine is out, as before. What is written here stays here.")
    }
    // The executable that has a network runs a command from its beginning, before it reads anything.
    _ = try Connection.network()
    let question = try Question(yes: yes)
    let given = try headerOptions.headers()
    let headers = given.isEmpty ? try device.relayHeaders() : given
    try await Connection.openingRelays(headers: headers, insecure: options.insecure) { open in
      try await device.rejoin(
        invite: DeviceJoinCommand.invite(isOptional: try device.isRejoining()), name: name,
        headers: headers, makeRelay: open,
        waiting: { wait in Output.talk(wait.line) },
        confirm: { words in question.agrees(on: words) })
    }
    let called = try device.devices().first { $0.isThis }?.label ?? ""
    Output.talk("This machine is in again, as \(Escaping.oneLine(called)). Type: afterwit sync")
  }
}
