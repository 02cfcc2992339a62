internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// `afterwit device revoke`.
struct DeviceRevokeCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Shuts a lost machine out: nothing that it writes from now on comes in.",
    discussion: """
      What came from it until now stays. Everything that is written from now on is sealed under a new
      key, which it does not get. What it holds already, it can still read.

      With --until, what it wrote after a moment, by its own clock, loses its effect too, unless
      somebody built on it.

      For example:
        afterwit device revoke laptop --dry-run
        afterwit device revoke laptop --until "2026-11-12 18:00"
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The device's name, or the beginning of its id.")
  var device: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The last moment whose words stay.", valueName: "when"))
  var until: String?
  @Flag(help: "Do not ask.")
  var yes = false
  @Flag(help: "Show what it would come to, and change nothing.")
  var dryRun = false

  func perform() async throws {
    let own = try options.openDevice()
    let plan = try own.revocation(of: device, upTo: until)
    if dryRun {
      return try options.invocation.print(
        documents: [.document(plan)], lines: RevocationPage(device: own).lines(plan))
    }
    // The executable that has a network runs a command from its beginning.
    try Connection.prepareToSpread(own)
    let question = try Question(
      yes: yes, what: "There is no terminal to ask at.",
      otherwise: "Look at what it comes to with --dry-run, then add --yes.")
    for line in try RevocationPage(device: own).lines(plan) { Output.talk(line) }
    guard question.agrees(to: "Shut \(Escaping.oneLine(plan.label)) out?") else {
      throw CommandFailure(
        .failed, "You did not say yes.", safe: "Nobody was shut out.",
        next: "Look at what it comes to: afterwit device revoke \(device) --dry-run")
    }
    try own.revoke(plan)
    Output.talk("\(Escaping.oneLine(plan.label)) is out, as soon as the others hear of it.")
    try await Connection.spread(own, insecure: options.insecure)
  }
}
