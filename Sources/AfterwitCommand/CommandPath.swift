internal import ArgumentParser

/// The commands at the beginning of a line, as far as there are such commands: `device invite`.
struct CommandPath {
  /// Their names, in order.
  private(set) var names: [String] = []
  /// What follows them.
  private(set) var rest: ArraySlice<String>
  /// The commands that may stand next.
  private(set) var next: [any ParsableCommand.Type] = Afterwit.configuration.subcommands

  /// Reads the beginning of a line.
  init(_ arguments: [String]) {
    rest = arguments[...]
    while let name = rest.first,
      let command = next.first(where: { $0.configuration.commandName == name })
    {
      names.append(name)
      rest = rest.dropFirst()
      next = command.configuration.subcommands
    }
  }

  /// The commands of this process's own line.
  static var own: CommandPath {
    CommandPath(LeadingOptions.moved(Array(CommandLine.arguments.dropFirst())))
  }

  /// How a person asks for the help of the last of them.
  var help: String { (["afterwit"] + names + ["--help"]).joined(separator: " ") }

  /// The names that may stand next, without those that are not shown.
  var nextNames: [String] {
    next.filter { $0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }
  }

  /// The word that stands where a command may stand and is none.
  var unknown: String? {
    guard !next.isEmpty, let word = rest.first, !word.hasPrefix("-") else { return nil }
    return word
  }
}
