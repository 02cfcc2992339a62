internal import ArgumentParser
internal import Glibc

/// The executable's entry: parses, runs, and turns every end into an exit code.
@main
enum RelayCommand {
  /// Runs the command that the arguments name.
  static func main() async {
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    if CommandLine.arguments.dropFirst().first == CompletionAction.verb {
      CompletionAction(line: Array(CommandLine.arguments.dropFirst(2))).run()
      return
    }
    do {
      try GivenTwice.refuse(in: CommandLine.arguments.dropFirst())
      var command = try RelayArguments.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as RelayCommandFailure {
      Terminal.talk(failure.lines)
      exit(failure.code)
    } catch {
      end(error)
    }
  }

  /// Help and the version are answers; everything else the parser throws is wrong usage.
  private static func end(_ error: any Error) -> Never {
    let message = RelayArguments.fullMessage(for: error)
    if RelayArguments.exitCode(for: error).isSuccess {
      Terminal.say(message)
      exit(0)
    }
    Terminal.talk(message)
    exit(2)
  }
}
