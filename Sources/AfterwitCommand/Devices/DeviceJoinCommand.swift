internal import AfterwitDevice
internal import AfterwitSync
internal import ArgumentParser

/// `afterwit device join`.
struct DeviceJoinCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Makes this machine a device of the journal; its invite comes through stdin.",
    discussion: """
      For example:
        afterwit device join < line
      """)

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "The name of the device (default: that of this machine).")
  var name: String?
  @OptionGroup var headerOptions: HeaderOptions
  @Flag(help: "Do not ask whether both screens show the same four words.")
  var yes = false

  func perform() async throws {
    let home = try options.resolvedHome()
    // Nobody pastes an invite for a home that cannot have it.
    let free = try FreeHome(toJoinIn: home)
    let question = try Question(yes: yes)
    let headers = try headerOptions.headers()
    let name = name ?? Machine.name
    // The executable that has a network runs a command from its beginning, before it reads anything.
    _ = try Connection.network()
    let device = try await Connection.openingRelays(
      headers: headers, insecure: options.insecure
    ) { open in
      try await Device.join(
        home, name: name, invite: Self.invite(isOptional: free.isJoining), headers: headers,
        environment: try .present(), makeRelay: open,
        waiting: { wait in Output.talk(wait.line) },
        confirm: { words in question.agrees(on: words) })
    }
    Output.talk("This machine is in, as \(Escaping.oneLine(name)). Type: afterwit sync")
    // On a machine that was restored, what was typed until now is kept so.
    if !device.drafts().isEmpty {
      Output.talk("What was written here before is kept: afterwit draft list")
    }
  }

  /// What comes through stdin, line by line until it is an invite or cannot become one.
  ///
  /// - Parameter isOptional: whether one was confirmed here already; a blank line goes on with it.
  static func invite(isOptional: Bool) -> String {
    let asks = StandardInput.isTerminal
    if asks, isOptional {
      Output.talk("An invite was confirmed here already. Press Enter to go on with it, or")
    }
    if asks { Output.talk("Paste what afterwit device invite shows on the other machine:") }
    var invite = PastedInvite()
    while invite.isIncomplete, let line = StandardInput.line() {
      if isOptional, line.allSatisfy(\.isWhitespace), invite.text.isEmpty { return "" }
      invite.add(line)
      if asks, invite.isIncomplete, !StandardInput.hasMore {
        Output.talk(
          "This is not the whole invite, or it has a mistake: paste the rest, or end with Ctrl-D.")
      }
    }
    return invite.text
  }
}
