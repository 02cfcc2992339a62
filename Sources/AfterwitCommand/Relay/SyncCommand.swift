internal import ArgumentParser

/// `afterwit sync`.
struct SyncCommand: AsyncParsableCommand {
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

  /// What the line asks for.
  var action: SyncAction {
    SyncAction(invocation: options.invocation, timeout: timeout)
  }

  func run() async throws { try await action.run() }
}
