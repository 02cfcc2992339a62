import AfterwitProcesses
import Foundation
import Testing

@testable import AfterwitCommand
@testable import AfterwitRelayCommand

@Suite("Options that are given twice")
struct GivenTwiceTests {
  /// An option of a command, as the parser tells it.
  private struct Option: Hashable {
    let verbs: [String]
    let name: String
    let takesValue: Bool
    let isRepeating: Bool
  }

  @Test("are refused in every command exactly where the parser would drop a value")
  func everyOption() throws {
    let error = #expect(throws: (any Error).self) {
      try Afterwit.parsed(["--experimental-dump-help"])
    }
    guard case .text(let text) = Ending(of: try #require(error)) else {
      Issue.record("the parser does not tell its options")
      return
    }
    try Self.expect(AfterwitCommand.GivenTwice.first, asTold: text, atLeast: 60)
  }

  @Test(
    "are refused by the relay's commands exactly where the parser would drop a value", .hangLimit)
  func everyOptionOfTheRelay() async throws {
    let text = try await Shell().run("afterwit-relay --experimental-dump-help").output
    try Self.expect(AfterwitRelayCommand.GivenTwice.first, asTold: text, atLeast: 10)
  }

  private static func expect(
    _ first: ([String]) -> String?, asTold text: String, atLeast count: Int
  ) throws {
    let document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let root = try #require(document?["command"] as? [String: Any])
    let options = options(of: root, verbs: [])
    #expect(options.count > count)
    for option in options {
      let once = option.takesValue ? [option.name, "--x"] : [option.name]
      let isDropped = option.takesValue && !option.isRepeating
      #expect(
        first(option.verbs + once + ["-"] + once) == (isDropped ? option.name : nil), "\(option)")
      #expect(first(option.verbs + once) == nil)
    }
  }

  @Test("are looked for up to the words that are no options, and a value is none")
  func values() {
    #expect(AfterwitCommand.GivenTwice.first(in: ["new", "goal", "--title", "--title"]) == nil)
    #expect(
      AfterwitCommand.GivenTwice.first(in: ["new", "goal", "--title=a", "--title", "b"])
        == "--title")
    #expect(
      AfterwitCommand.GivenTwice.first(in: ["new", "goal", "--title", "a", "--", "--title", "b"])
        == nil)
    #expect(AfterwitCommand.GivenTwice.first(in: []) == nil)
    #expect(AfterwitCommand.GivenTwice.first(in: ["--home", "a", "--home", "b"]) == "--home")
  }

  @Test("are refused by the relay, too, which then makes nothing", .hangLimit)
  func relay() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit-relay serve --data "$T/a" --listen 127.0.0.1:0 --data="$T/b"
        --data is given twice.
        Nothing was changed.
        Repeat the command with one --data.
        [2]
        desk$ afterwit-relay serve --listen 127.0.0.1:0 --data "$T/a" --listen 127.0.0.1:1 2>&1 | head -1
        --listen is given twice.
        desk$ afterwit-relay code --data "$T/a" --data "$T/b" >/dev/null 2>&1
        [2]
        desk$ ls "$T" | grep -E '^(a|b)$'
        [1]
        """#
      ).play(on: stage)
    }
  }

  private static func options(of command: [String: Any], verbs: [String]) -> [Option] {
    let arguments = command["arguments"] as? [[String: Any]] ?? []
    let own = arguments.flatMap { argument -> [Option] in
      guard let kind = argument["kind"] as? String, kind != "positional" else { return [] }
      let names = argument["names"] as? [[String: Any]] ?? []
      return names.compactMap { name in
        guard let text = name["name"] as? String else { return nil }
        return Option(
          verbs: verbs, name: (name["kind"] as? String == "long" ? "--" : "-") + text,
          takesValue: kind == "option", isRepeating: argument["isRepeating"] as? Bool ?? false)
      }
    }
    let below = command["subcommands"] as? [[String: Any]] ?? []
    return own
      + below.flatMap { options(of: $0, verbs: verbs + [$0["commandName"] as? String ?? ""]) }
  }
}
