internal import AfterwitDevice
internal import ArgumentParser
internal import Glibc

/// How the process ends when a command did not return: a help screen, or three lines and a code.
enum Ending: Hashable {
  /// Something was asked for that is printed and done with: a help screen, the version.
  case text(String)
  /// Everything was done, and the code tells a fact that was asked for.
  case code(Int32)
  /// Something was not done.
  case failure(CommandFailure)
  /// A signal ended it while it waited for a person.
  case interrupted(Interrupted)

  /// Reads what a command, or the parser, has thrown.
  init(of error: any Error) {
    if let failure = error as? CommandFailure {
      self = .failure(failure)
    } else if let interrupted = error as? Interrupted {
      self = .interrupted(interrupted)
    } else if let failure = error as? DeviceFailure {
      self = .failure(CommandFailure(failure))
    } else if let code = error as? ExitCode, !code.isSuccess {
      self = .code(code.rawValue)
    } else if Afterwit.exitCode(for: error) == .success {
      self = .text(Afterwit.fullMessage(for: error))
    } else if Afterwit.exitCode(for: error) == .validationFailure {
      self = .failure(Self.usage(Afterwit.message(for: error), of: .own))
    } else {
      self = .failure(
        CommandFailure(
          .failed, "Something outside Afterwit failed: \(error).",
          safe: "What was saved before is safe.", next: "Try again; afterwit status tells more."))
    }
  }

  /// The failure that says what the parser did not understand.
  private static func usage(_ message: String, of path: CommandPath) -> CommandFailure {
    if let word = path.unknown, message.lowercased().contains("unexpected argument") {
      return UnknownCommand.failure(word, behind: path.names, among: path.nextNames)
    }
    let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let sentence = line.hasSuffix(".") || line.hasSuffix("?") ? line : line + "."
    let dashed = ["Unknown option", "Invalid option", "Missing expected argument"]
    return CommandFailure(
      .usage, sentence.isEmpty ? "This command line cannot be read." : sentence,
      safe: "Nothing was changed.",
      next: dashed.contains(where: line.hasPrefix)
        ? "See \(path.help); text that begins with a dash goes after --, or to stdin with -."
        : "Type: \(path.help)")
  }

  /// Prints and leaves.
  func perform() -> Never {
    switch self {
    case .text(let text):
      Output.line(text)
      exit(0)
    case .code(let code):
      exit(code)
    case .failure(let failure):
      Output.report(failure)
      exit(failure.code.rawValue)
    case .interrupted(let interrupted):
      if let failure = interrupted.failure { Output.report(failure) }
      interrupted.endProcess()
    }
  }
}
