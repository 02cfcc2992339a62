internal import AfterwitManual
internal import ArgumentParser

/// `afterwit completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints what lets a shell complete command lines.",
    discussion: """
      For bash, put into ~/.bashrc: source <(afterwit completions bash)
      For zsh, behind compinit in ~/.zshrc: source <(afterwit completions zsh)
      For fish: afterwit completions fish >~/.config/fish/completions/afterwit.fish

      For example:
        afterwit completions bash
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: String

  func run() throws {
    guard let script = CompletionScript(rawValue: shell) else {
      throw CommandFailure.usage(
        "There are no completions for \"\(shell)\".", next: "Type one of: bash, zsh, fish")
    }
    Output.line(script.text(for: "afterwit"))
  }
}
