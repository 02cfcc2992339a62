internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit device invite`.
struct DeviceInviteCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: "Prints an invite for another machine's afterwit device join, and waits for it.",
    discussion: """
      For example:
        afterwit device invite
      """)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Do not ask whether both screens show the same four words.")
  var yes = false

  func perform() async throws {
    let device = try options.openDevice()
    let route = try Connection.route(of: device, insecure: options.insecure)
    let question = try Question(yes: yes)
    // Who gives up takes the invite back, so that another one has room at the relay.
    try await untilInterrupted { watch in
      _ = try await Connection.with(route) { relay in
        try await device.invite(
          over: relay,
          show: { line in
            Output.line(line)
            Output.talk("Send this line to the other machine, into: afterwit device join")
            Output.talk("It is good for ten minutes, while this command waits here.")
          },
          waiting: { wait in if wait == .confirmation { Output.talk(wait.line) } },
          confirm: { words in
            watch.end()
            defer { watch.begin() }
            return question.agrees(on: words)
          })
      }
    }
    Output.talk("The other machine is in; its own afterwit sync brings everything.")
  }
}
