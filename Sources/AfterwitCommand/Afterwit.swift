internal import AfterwitDevice
package import ArgumentParser
internal import Glibc

/// The command `afterwit`: parse, call, print; never decide.
package struct Afterwit: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "afterwit",
    abstract: "An offline-first journal that turns what hurt into what you will do next time.",
    discussion: """
      Everything is written on this machine first, network or not. A relay of your own carries it, \
      sealed, to your other machines.

      Text that begins with a dash goes after --, or through stdin with -.
      Exit codes: 0 done, 1 failed, 2 usage, 3 reviews open (only with --exit-code), 4 relay, \
      5 integrity, 6 key, invite or code, 8 busy, 9 not found, 10 quota.
      """,
    version: "0.1.0",
    subcommands: [
      OverviewCommand.self, TourCommand.self, InitCommand.self, RelayCommand.self,
      DeviceCommand.self, NewCommand.self, EditCommand.self, TagCommand.self, UntagCommand.self,
      RemoveCommand.self, RestoreCommand.self, ListCommand.self, ShowCommand.self,
      FindCommand.self, ReviewCommand.self, StatusCommand.self, SyncCommand.self,
      DraftCommand.self, ExportCommand.self, StoreCommand.self,
    ],
    defaultSubcommand: OverviewCommand.self,
    helpNames: .long)

  /// A command that was not parsed yet.
  package init() {}

  /// Runs the command line of this process, over a network if this executable has one.
  package static func main(over network: Network?) async {
    // A reader that has seen enough closes its pipe; that is no failure (see `Output.write`).
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    do {
      try await run(over: network)
      OpenedDevice.close()
    } catch {
      OpenedDevice.close()
      Ending(of: error).perform()
    }
  }

  private static func run(over network: Network?) async throws {
    try requireUTF8Arguments()
    let arguments = LeadingOptions.moved(Array(CommandLine.arguments.dropFirst()))
    if network == nil, NetworkExecutable.isNeeded(for: arguments) {
      try NetworkExecutable.become()
    }
    // Where nothing is awaited, no thread but this one is ever started.
    switch PlainCommand(arguments) {
    case .new(let action): return try action.run()
    case .list(let action): return try action.run()
    case .find(let action): return try action.run()
    case .sync(let action):
      return try await Network.$present.withValue(network) { try await action.run() }
    case nil: break
    }
    var command = try parsed(arguments)
    if var command = command as? any AsyncParsableCommand {
      try await Network.$present.withValue(network) { try await command.run() }
    } else {
      try command.run()
    }
  }

  /// Reads a command line, its verb first.
  ///
  /// A verb without verbs of its own is read by itself: to go down from the root costs twice as
  /// much. What the verb does not take, help among it, is read from the root, which has the words.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let verb = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let verb, verb.configuration.subcommands.isEmpty,
      let command = try? verb.parse(Array(arguments.dropFirst()))
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// Refuses arguments that are not UTF-8; read as they are, they would change without a word.
  private static func requireUTF8Arguments() throws(DeviceFailure) {
    for argument in UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    {
      guard let argument, String(validatingCString: argument) == nil else { continue }
      throw .usage(
        "An argument is not UTF-8.", next: "Send the text through stdin, converted to UTF-8.")
    }
  }
}
