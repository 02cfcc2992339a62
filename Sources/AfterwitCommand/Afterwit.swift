internal import AfterwitManual
package import ArgumentParser
internal import Glibc

/// The command `afterwit`: parse, call, print; never decide.
package struct Afterwit: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "afterwit",
    abstract: "An offline-first journal that turns what hurt into what you will do next time.",
    discussion: """
      Everything is saved on this machine first, with or without a network. A relay of your own \
      carries it, sealed, to your other machines.

      Put a text that begins with a dash after --, or send it through stdin with -. Of tag, untag, \
      set, rm and restore, what stands behind -- is a filter: afterwit tag prep -- org:globex.
      Exit codes: 0 done, 1 something failed on this machine, 2 the command line is wrong, \
      3 reviews are open (only with --exit-code), 4 the relay does not answer, 5 something was \
      forged, or this home was copied, 6 a key, invite or code is wrong, 8 the journal is in use, 9 not found, \
      10 the journal takes no further device.
      """,
    version: "0.1.0",
    subcommands: [
      TodayCommand.self, TourCommand.self, InitCommand.self, RecoverCommand.self,
      RecoveryCommand.self, RelayCommand.self,
      DeviceCommand.self, NoteCommand.self, NewCommand.self, EditCommand.self,
      TagCommand<AddsTags>.self,
      TagCommand<RemovesTags>.self, SetCommand.self, DeletionCommand<DeletesEntries>.self,
      DeletionCommand<RestoresEntries>.self, AddCommand.self, DoneCommand.self,
      MoveCommand.self, CheckCommand.self, ReciteCommand.self, DistilCommand.self,
      StoryCommand.self, TraceCommand.self, PrepCommand.self, OnThisDayCommand.self,
      QuestionsCommand.self, InsightsCommand.self,
      NamesCommand<CountedPeople>.self, NamesCommand<CountedTags>.self,
      NamesCommand<CountedOrganisations>.self, ListCommand.self, ShowCommand.self,
      FindCommand.self, HistoryCommand.self, DiffCommand.self, WhyCommand.self, LogCommand.self,
      UndoCommand.self, RedoCommand.self, ReviewCommand.self, StatusCommand.self, SyncCommand.self,
      DraftCommand.self, ImportCommand.self, ExportCommand.self, BackupCommand.self,
      BundleCommand.self, DrillCommand.self, StoreCommand.self,
      ConfigCommand.self,
      CompletionsCommand.self, ManCommand.self,
    ],
    defaultSubcommand: TodayCommand.self,
    helpNames: .long)

  /// A command that has not been parsed yet.
  package init() {}

  /// Runs the command line of this process, over a network if this executable has one.
  package static func main(over network: Network?) async {
    // A reader that closes its pipe has seen enough; `Output.write` then ends without a failure.
    signal(SIGPIPE, SIG_IGN)
    umask(0o077)
    if CommandLine.arguments.dropFirst().first == CompletionAction.verb {
      CompletionAction(line: Array(CommandLine.arguments.dropFirst(2)))
        .run { try CommandTree(dump: _dumpHelp()) }
      OpenedDevice.close()
      return
    }
    do {
      try await run(over: network)
      for oddity in OpenedDevice.oddities { Output.talk(Escaping.oneLine(oddity)) }
      for fact in OpenedDevice.takeClockFacts() { Output.talk(Escaping.oneLine(fact.sentence)) }
      let isWanted = network == nil && AutomaticSync.isWanted
      OpenedDevice.close()
      tellFaultsOfPreferences()
      if isWanted { AutomaticSync.request() }
    } catch {
      OpenedDevice.close()
      tellFaultsOfPreferences()
      Ending(of: error).keepingWhatWasSent().perform()
    }
  }

  /// Tells in a line each what this process could not read of the person's preferences.
  private static func tellFaultsOfPreferences() {
    for fault in Preferences.takeFaults() {
      let sentences = Sentences(fault)
      Output.talk(Escaping.oneLine(sentences.happened + " Until then, the default holds."))
    }
  }

  private static func run(over network: Network?) async throws {
    try requireUTF8Arguments()
    let arguments = FilterBehindDashes.spelled(
      HelpFlag.spelled(LeadingOptions.moved(Array(CommandLine.arguments.dropFirst()))))
    OwnHelp.keep { CommandPath(arguments).help }
    if network == nil, NetworkExecutable.isNeeded(for: arguments) {
      try NetworkExecutable.become()
    }
    // A command that awaits nothing runs on this thread, and no other is ever started.
    switch PlainCommand(arguments) {
    case .new(let action): return try await action.run()
    case .list(let action): return try action.run()
    case .find(let action): return try action.run()
    case .sync(let action):
      return try await Network.$present.withValue(network) { try await action.run() }
    case .history(let action): return try action.run()
    case .why(let action): return try action.run()
    case .undo(let action): return try action.run()
    case .review(let action): return try action.run()
    case .resolve(let action): return try await action.run()
    case nil: break
    }
    try GivenTwice.refuse(in: arguments)
    var command = try parsed(arguments)
    guard var command = command as? any AwaitingCommand else { return try command.run() }
    guard network != nil else { return try await command.perform() }
    try await Network.$present.withValue(network) { try await command.perform() }
  }

  /// Reads a command line that begins with its verb.
  ///
  /// A verb that has no verbs below it is parsed directly, because parsing from the root costs
  /// twice as much. Where that fails, and for help, the line is parsed from the root, which knows
  /// the words to answer with.
  static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    let verb = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let verb, verb.configuration.subcommands.isEmpty,
      let command = try? verb.parse(Array(arguments.dropFirst()))
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// Refuses arguments that are not UTF-8: Swift would silently change them while it reads them.
  private static func requireUTF8Arguments() throws(CommandFailure) {
    for argument in UnsafeBufferPointer(
      start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    {
      guard let argument, String(validatingCString: argument) == nil else { continue }
      throw .usage(
        "An argument is not UTF-8.", next: "Send the text through stdin, converted to UTF-8.")
    }
  }
}
