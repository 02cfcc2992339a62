internal import ArgumentParser

/// The arguments of `afterwit-relay`.
struct RelayArguments: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "afterwit-relay",
    abstract: "Keeps and passes on sealed journals that it cannot read.",
    version: "0.1.0",
    subcommands: [
      ServeCommand.self, CodeCommand.self, JournalsCommand.self, QuotaCommand.self,
      BackupCommand.self, RestoreCommand.self, VerifyCommand.self,
      CompletionsCommand.self, ManCommand.self,
    ],
    helpNames: .long)
}
