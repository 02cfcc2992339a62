internal import ArgumentParser

/// `afterwit review`: what two machines wrote over each other, and what a person decides.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Shows where two machines wrote over each other, and takes your decision.",
    discussion: """
      Without a command it shows the open review whole, and several a line each: what met, on which \
      machines, and when.

      For example:
        afterwit review
        afterwit review next
        afterwit review show m334
      """,
    subcommands: [
      ReviewListCommand.self, ReviewShowCommand.self, ReviewNextCommand.self,
      ReviewResolveCommand.self, ReviewOverviewCommand.self,
    ],
    defaultSubcommand: ReviewOverviewCommand.self)
}

extension ReviewCommand {
  /// The exit code that `--exit-code` asks for while reviews are open.
  static let openCode: Int32 = 3
}
