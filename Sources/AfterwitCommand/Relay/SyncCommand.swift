internal import ArgumentParser

/// `afterwit sync`.
struct SyncCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchanges what is new with the relay, both ways.",
    discussion: """
      For example:
        afterwit sync
      """)

  @OptionGroup var options: GlobalOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long the session may take (default: 30).", valueName: "seconds"))
  var timeout: Int?
  @Flag(help: "Stay, and exchange whenever something is new on either side, until ^C.")
  var watch = false
  @Flag(help: "Print a unit and a timer by which systemd does it every quarter of an hour.")
  var systemd = false
  // What another command leaves behind when sync.auto is on.
  @Flag(help: .hidden) var unattended = false

  /// What the line asks for.
  var action: SyncAction {
    SyncAction(invocation: options.invocation, timeout: timeout, watches: watch)
  }

  func perform() async throws {
    guard [watch, systemd, unattended].count(where: \.self) < 2 else {
      throw CommandFailure.usage("--watch and --systemd exclude each other.")
    }
    if systemd { return try SystemdUnits(of: options.resolvedHome()).show() }
    if unattended { return await UnattendedSync(action: action).run() }
    try await action.run()
  }
}
