internal import AfterwitManual
internal import ArgumentParser

/// `afterwit-relay completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints what lets a shell complete command lines.")

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let script = CompletionScript(rawValue: shell) else {
      throw RelayCommandFailure(
        what: "There are no completions for \"\(shell)\".", safe: "Nothing was changed.",
        next: "Type one of: bash, zsh, fish", code: 2)
    }
    Terminal.say(script.text(for: "afterwit-relay"))
  }
}
