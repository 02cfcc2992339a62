import AfterwitTestRandomness
import AfterwitTestThreads
import Testing

@testable import AfterwitCommand

@Suite("The command lines of every day are read without the parser", .patient)
struct PlainCommandTests {
  private static let seed = Effort.seed ?? 11
  private static let again = "AFTERWIT_SEED=\(seed) swift test --filter PlainCommandTests"

  private static let pieces = [
    "reflection", "goal", "two words", "-", "--", "-x", "-n", "7", "-3", "+4", "x7", "", "--title",
    "--title=x", "--on", "--tag", "--tag", "--set", "mood=3", "--field", "--home", "--home=h",
    "--json", "--insecure", "--kind", "--deleted", "--private", "--help", "--version", "--nothing",
    "--timeout", "--org", "--people", "--people", "--mood", "--from", "note", "—", "@",
  ]

  @Test("What is read so, the parser reads as the same command")
  func agreement() throws {
    var random = SeededGenerator(seed: Self.seed)
    var taken = 0
    for _ in 0..<6000 {
      let verb = ["new", "note", "list", "find", "sync"].randomElement(using: &random) ?? "list"
      let line = (0..<Int.random(in: 0..<7, using: &random)).compactMap { _ in
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
    ])
  func usual(_ line: String) {
    #expect(PlainCommand(line.split(separator: " ").map(String.init)) != nil)
  }

  /// What a command that was parsed does.
  private func plainCommand(_ command: Any) -> PlainCommand? {
    switch command {
    case let command as NewCommand: .new(command.action)
    case let command as NoteCommand: .new(command.action)
    case let command as ListCommand: .list(command.action)
    case let command as FindCommand: .find(command.action)
    case let command as SyncCommand: .sync(command.action)
    default: nil
    }
  }
}
