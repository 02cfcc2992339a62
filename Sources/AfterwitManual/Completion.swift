/// A word that may stand at the end of a line, as the scripts of the shells read it.
package struct Completion: Hashable, Sendable {
  /// The whole word; `:files` and `:folders` leave it to the shell.
  package let word: String
  /// What it is, on one line.
  package let help: String

  /// A word with its help.
  package init(_ word: String, _ help: String = "") {
    self.word = word
    self.help = help
  }

  /// The names of files, which the shell completes.
  package static let files = Completion(":files")
  /// The names of folders, which the shell completes.
  package static let folders = Completion(":folders")

  /// The line that a script reads.
  package var line: String { help.isEmpty ? word : word + "\t" + help }

  /// The commands or options of a tree that something sought can be; none for a value.
  package static func all<Value>(
    for sought: CompletionTable<Value>.Sought, in tree: @autoclosure () throws -> CommandTree
  ) rethrows -> [Completion] {
    switch sought {
    case .command(let path):
      try tree().command(at: path)?.commands.map { Completion($0.name, $0.help) } ?? []
    case .option(let path):
      try tree().command(at: path)?.options.flatMap { option in
        option.typedNames.filter { $0.hasPrefix("--") || option.typedNames.count == 1 }
          .map { Completion($0, option.help) }
      } ?? []
    case .value: []
    }
  }
}
