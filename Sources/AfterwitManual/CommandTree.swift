internal import FoundationEssentials

/// A command with the commands below it, as the parser's own help knows them.
package struct CommandTree: Hashable, Sendable, Decodable {
  /// An argument of a command: a word, an option, or a flag.
  package struct Argument: Hashable, Sendable, Decodable {
    /// A name of an option or flag.
    package struct Name: Hashable, Sendable, Decodable {
      /// Whether it is a letter behind one dash, or a word behind two.
      package let kind: String
      /// The letter or the word.
      package let name: String

      /// The name as it is typed.
      package var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    /// `positional`, `option` or `flag`.
    package let kind: String
    /// Whether it may be left out.
    package let isOptional: Bool
    /// Whether it may be given several times.
    package let isRepeating: Bool
    private let names: [Name]?
    private let preferredName: Name?
    private let valueName: String?
    private let abstract: String?

    /// The names as they are typed, the usual one first; none of a positional argument.
    package var typedNames: [String] {
      let all = (preferredName.map { [$0] } ?? []) + (names ?? [])
      return all.map(\.typed).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
    /// What its value is called.
    package var value: String { valueName ?? "value" }
    /// What it is for, in a sentence.
    package var help: String { abstract ?? "" }
  }

  private let commandName: String
  private let shouldDisplay: Bool?
  private let abstract: String?
  private let discussion: String?
  private let subcommands: [CommandTree]?
  private let arguments: [Argument]?

  private struct Dump: Decodable { let command: CommandTree }

  /// Reads what the parser prints for `--experimental-dump-help`.
  package init(dump: String) throws {
    self = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }

  /// Its name.
  package var name: String { commandName }
  /// What it does, in a sentence.
  package var help: String { abstract ?? "" }
  /// What more there is to say, in paragraphs.
  package var paragraphs: [String] {
    (discussion ?? "").split(separator: "\n").map(String.init)
  }
  /// The commands below it that are shown; the parser's own `help` is none.
  package var commands: [CommandTree] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.name != "help" }
  }
  /// Its words, in their order.
  package var words: [Argument] { (arguments ?? []).filter { $0.kind == "positional" } }
  /// Its options and flags.
  package var options: [Argument] { (arguments ?? []).filter { $0.kind != "positional" } }

  /// The command below it that some words name; itself for none, `nil` where there is no such.
  package func command(at path: some Sequence<String>) -> CommandTree? {
    var found = self
    for name in path {
      guard let next = found.commands.first(where: { $0.name == name }) else { return nil }
      found = next
    }
    return found
  }

  /// All commands that have none below them, each with the words that name it.
  package var leaves: [(path: [String], command: CommandTree)] {
    commands.isEmpty
      ? [([], self)]
      : commands.flatMap { below in below.leaves.map { ([below.name] + $0.path, $0.command) } }
  }
}
