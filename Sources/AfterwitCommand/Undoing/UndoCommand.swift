internal import ArgumentParser

/// `afterwit undo`.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes back what this machine did last, or a change of any machine.",
    discussion: """
      Everything that one command did is taken back at once, and what came after it is kept. Typed \
      again, it takes back what was done before that. What other machines wrote is taken back only \
      where it is named.

      For example:
        afterwit undo
        afterwit log
        afterwit undo 3f9a02c1
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The change: at least four characters of its id, which afterwit log shows.")
  var change: String?

  /// What the line asks for.
  var action: UndoAction { UndoAction(invocation: options.invocation, change: change) }

  func run() throws { try action.run() }
}

/// `afterwit redo`.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Brings back what this machine took back last.",
    discussion: """
      Once something else was written on this machine, there is nothing to bring back that way; afterwit \
      log shows what was taken back, and afterwit undo with the id of an undo brings it back.

      For example:
        afterwit redo
      """)

  @OptionGroup var options: GlobalOptions

  /// What the line asks for.
  var action: UndoAction { UndoAction(invocation: options.invocation, redoes: true) }

  func run() throws { try action.run() }
}
