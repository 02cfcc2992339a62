internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit recovery`: the paper that brings the journal back.
struct RecoveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Makes a new recovery secret.",
    discussion: """
      For example:
        afterwit recovery new
      """,
    subcommands: [RecoveryNewCommand.self])
}

/// `afterwit recovery new`.
struct RecoveryNewCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes a new recovery secret; the old one, which is typed, ends with it.",
    discussion: """
      The old secret is typed, or comes through stdin as its one line. Where it is lost, --add makes
      one that brings the journal back as well; the lost one stays good, and can shut it out.

      For example:
        afterwit recovery new
      """)

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "A new file to write the new secret to.")
  var recoveryFile: String?
  @Flag(help: "The old one is lost: add a further one.")
  var add = false

  func perform() async throws {
    guard recoveryFile != nil || Output.talksToTerminal else {
      throw CommandFailure.usage(
        "There is no terminal to show the recovery secret on.",
        next: "Name a new file for it: afterwit recovery new --recovery-file FILE")
    }
    let device = try options.openDevice()
    try Connection.prepareToSpread(device)
    var old = ""
    if !add {
      if StandardInput.isTerminal { Output.talk("Type the old recovery secret, from awr on:") }
      old = StandardInput.line() ?? ""
    }
    guard let recoveryFile else {
      try make(at: device, by: old) { secret in
        Output.talk("This is the new recovery secret, shown only now. Keep it on paper:")
        Output.talk("    " + secret)
      }
      return try await finish(device)
    }
    let file = try RecoveryFile(creating: recoveryFile)
    do {
      try make(at: device, by: old) { (secret) throws(DeviceFailure) in try file.keep(secret) }
    } catch {
      file.discard()
      throw error
    }
    Output.talk("The new recovery secret is in \(Escaping.oneLine(recoveryFile)); keep it safe.")
    try await finish(device)
  }

  private func make(
    at device: Device, by old: String, keep: (String) throws(DeviceFailure) -> Void
  ) throws {
    if add {
      try device.addRecovery(keep: keep)
    } else {
      try device.renewRecovery(by: old, keep: keep)
    }
  }

  private func finish(_ device: Device) async throws {
    Output.talk(
      add
        ? "If the old one is found, it can shut the new one out."
        : "The old one is void as soon as the relay hears of it: destroy it.")
    try await Connection.spread(device, insecure: options.insecure)
  }
}
