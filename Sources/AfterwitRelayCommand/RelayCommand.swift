internal import ArgumentParser
internal import Glibc

/// The executable's entry: parses, runs, and turns every end into an exit code.
@main
enum RelayCommand {
  /// Runs the command that the arguments name.
  static func main() async {
    umask(0o077)
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try RelayArguments.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as RelayCommandFailure {
      Terminal.talk(failure.lines)
      exit(1)
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

/// The arguments of `afterwit-relay`.
struct RelayArguments: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "afterwit-relay",
    abstract: "Keeps and passes on sealed journals that it cannot read.",
    version: "0.1.0",
    subcommands: [ServeCommand.self, CodeCommand.self],
    helpNames: .long)
}

/// Where a relay keeps its data: the option that both commands share.
struct DataOption: ParsableArguments {
  @Option(
    name: .long,
    help: "The relay's folder (default: $XDG_DATA_HOME/afterwit-relay).")
  var data: String?

  /// The folder, by the XDG rules where none was given.
  var folder: String {
    get throws {
      if let data {
        guard !data.isEmpty else { throw ValidationError("--data needs a folder.") }
        return data
      }
      if let base = Self.variable("XDG_DATA_HOME"), base.hasPrefix("/") {
        return base + "/afterwit-relay"
      }
      guard let home = Self.variable("HOME"), home.hasPrefix("/") else {
        throw ValidationError("HOME is not set; name a folder with --data DIR.")
      }
      return home + "/.local/share/afterwit-relay"
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
