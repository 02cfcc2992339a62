import AfterwitTestRandomness
import AfterwitTestThreads
import ArgumentParser
import Testing

@testable import AfterwitCommand

@Suite("The command lines of every day are read without the parser", .patient)
struct PlainCommandTests {
  private static let seed = Effort.seed ?? 11
  private static let again = "AFTERWIT_SEED=\(seed) swift test --filter PlainCommandTests"

  private static let verbs = [
    "new", "note", "list", "find", "sync", "history", "why", "undo", "redo", "review", "review",
  ]

  private static let pieces = [
    "reflection", "goal", "two words", "-", "--", "-x", "-n", "7", "-3", "+4", "x7", "", "--title",
    "--title=x", "--on", "--tag", "--tag", "--set", "mood=3", "--field", "--home", "--home=h",
    "--json", "--insecure", "--kind", "--deleted", "--private", "--help", "--version", "--nothing",
    "--timeout", "--org", "--people", "--people", "--mood", "--from", "note", "—", "@",
    "resolve", "--restore", "m334", "mine", "side", "--text", "--replace", "--exit-code",
  ]

  @Test("What is read so, the parser reads as the same command")
  func agreement() throws {
    var random = SeededGenerator(seed: Self.seed)
    var taken = 0
    for _ in 0..<6000 {
      let verb = Self.verbs.randomElement(using: &random) ?? "list"
      let isDecision = verb == "review" && Bool.random(using: &random)
      let line =
        (isDecision ? ["resolve", "m334.2"] : [])
        + (0..<Int.random(in: 0..<7, using: &random)).compactMap { _ in
          Self.pieces.randomElement(using: &random)
        }
      guard let plain = PlainCommand([verb] + line) else { continue }
      taken += 1
      let parsed = try? Afterwit.parsed([verb] + line)
      #expect(parsed.flatMap { plainCommand($0) } == plain, "\(verb) \(line) \(Self.again)")
    }
    #expect(taken > 500)
  }

  @Test(
    "The usual forms are read so",
    arguments: [
      "new reflection text", "new goal text --tag a --tag b --set due=2026-12-01 --home h",
      "new mantra - --title t --on today --field words --json", "list", "list -n 10 --home h",
      "list --kind goal --tag a --deleted --json", "find word", "find one two --private --json",
      "note some words of a day", "note", "new win --org Acme --role r --stage onsite --mood 4",
      "new interview some words --people Ana --people Ben --support Cy --after @ --private",
      "new goal Ask again --from 4k2t --from 9mwx",
      "sync", "sync --timeout 5 --home h --insecure --json",
      "history @ --field mood", "history 7r2f 3 --restore", "why 7r2f.mood --json", "undo",
      "undo 3f9a02c1 --home h", "redo", "review", "review --exit-code --json",
      "review resolve m334 mine",
      "review resolve m334 side 2 --replace", "review resolve m334 --text none --home h",
    ])
  func usual(_ line: String) {
    #expect(PlainCommand(line.split(separator: " ").map(String.init)) != nil)
  }

  @Test("Every command that may wait is called on the thread that read it")
  func waiting() {
    func check(_ command: any ParsableCommand.Type) {
      if command is any AsyncParsableCommand.Type {
        #expect(command is any AwaitingCommand.Type, "\(command)")
      }
      for command in command.configuration.subcommands { check(command) }
    }
    for command in Afterwit.configuration.subcommands { check(command) }
  }

  /// What a command that was parsed does.
  private func plainCommand(_ command: Any) -> PlainCommand? {
    switch command {
    case let command as NewCommand: .new(command.action)
    case let command as NoteCommand: .new(command.action)
    case let command as ListCommand: .list(command.action)
    case let command as FindCommand: .find(command.action)
    case let command as SyncCommand: .sync(command.action)
    case let command as HistoryCommand: .history(command.action)
    case let command as WhyCommand: .why(command.action)
    case let command as UndoCommand: .undo(command.action)
    case let command as RedoCommand: .undo(command.action)
    case let command as ReviewOverviewCommand: .review(command.action)
    case let command as ReviewResolveCommand: .resolve(command.action)
    default: nil
    }
  }
}
