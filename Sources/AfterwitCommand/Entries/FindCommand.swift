internal import ArgumentParser

/// `afterwit find`.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds the entries that hold all of these words.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The words.")
  var words: [String]
  @Flag(name: .customLong("private"), help: "Search private entries too.")
  var includesPrivate = false

  /// What the line asks for.
  var action: FindAction {
    FindAction(
      invocation: options.invocation, words: words, includesPrivate: includesPrivate
    )
  }

  func run() throws { try action.run() }
}
