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
    let network = try Connection.network()
    let question = try Question(yes: yes)
    let given = try headerOptions.headers()
    let headers = given.isEmpty ? try device.relayHeaders() : given
    let insecure = options.insecure
    var opened: [Network.OpenRelay] = []
    let result: Result<Void, any Error>
    do {
      result = .success(
        try await device.rejoin(
          invite: DeviceJoinCommand.invite(isOptional: try device.isRejoining()), name: name,
          makeRelay: { (text) throws(RelayAddress.Failure) in
            let relay = network.open(
              try RelayAddress(text, insecure: insecure), headers, Connection.callLimit)
            opened.append(relay)
            return relay.relay
          },
          waiting: { wait in Output.talk(wait.line) },
          confirm: { words in question.agrees(on: words) }))
    } catch {
      result = .failure(error)
    }
    for relay in opened { await relay.close() }
    try result.get()
    let name = try device.devices().first { $0.isThis }?.label ?? ""
    Output.talk("This machine is in again, as \(Escaping.oneLine(name)). Type: afterwit sync")
  }
}
