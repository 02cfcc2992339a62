import ArgumentParser
import Foundation
import Testing

@testable import AfterwitCommand

@Suite("Help")
struct HelpTests {
  /// The page of each command, by the words that name it.
  private static func pages(
    below command: any ParsableCommand.Type = Afterwit.self, _ path: [String] = []
  ) -> [(name: String, page: String)] {
    let own = path.isEmpty ? [] : [(path.joined(separator: " "), command.helpMessage())]
    return own
      + command.configuration.subcommands.flatMap { next in
        pages(below: next, path + [next.configuration.commandName ?? ""])
      }
  }

  @Test("Every page has an example, which begins as a person types it")
  func examples() {
    let pages = Self.pages()
    #expect(pages.count > 50)
    for (name, page) in pages {
      let examples = page.components(separatedBy: "For example:").dropFirst().first ?? ""
      let words = examples.split(whereSeparator: \.isWhitespace)
      #expect(words.first == "afterwit", "afterwit \(name)")
      #expect(!page.contains("“") && !page.contains("‘"), "\(name)")
    }
  }

  @Test("The pages of commands that take fields name all fields")
  func fields() {
    for (verb, page) in Self.pages() where ["show", "edit", "set", "new"].contains(verb) {
      let words = page.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for name in ["lesson", "not-mine", "due", "belief"] {
        #expect(words.contains(name), "\(verb): \(name)")
      }
    }
  }

  @Test("The words of other programs, and slips, lead to the command that is meant")
  func unknown() {
    let known = Afterwit.configuration.subcommands.compactMap { $0.configuration.commandName }
    for (typed, meant) in [
      ("lsit", "list"), ("ls", "list"), ("ll", "list"), ("search", "find"), ("grep", "find"),
      ("delete", "rm"), ("write", "new"), ("Shwo", "show"), ("sycn", "sync"),
    ] {
      let failure = UnknownCommand.failure(typed, behind: [], among: known)
      #expect(failure.sentences.happened.contains(meant), "\(typed)")
      #expect(failure.sentences.next == "Type: afterwit \(meant)", "\(typed)")
    }
    let other = UnknownCommand.failure("xylophone", behind: [], among: known)
    #expect(other.sentences.happened == "There is no command \"xylophone\".")
    let below = UnknownCommand.failure(
      "lst", behind: ["device"], among: ["invite", "join", "list"])
    #expect(below.sentences.next == "Type: afterwit device list")
  }

  @Test("-h is help where it stands alone, and left to the command elsewhere")
  func short() {
    #expect(HelpFlag.spelled(["list", "-h"]) == ["list", "--help"])
    #expect(HelpFlag.spelled(["device", "invite", "-h"]) == ["device", "invite", "--help"])
    #expect(HelpFlag.spelled(["-h"]) == ["--help"])
    for line in [["note", "I", "-h"], ["edit", "@", "--text", "-h"], ["list", "-h", "x"]] {
      #expect(HelpFlag.spelled(line) == line)
    }
  }

  @Test("What stands behind -- is a filter where a command changes the entries of one")
  func filters() {
    #expect(
      FilterBehindDashes.spelled(["tag", "prep", "--", "org:globex", "-x"]) == [
        "tag", "prep", "--filter", "org:globex", "--filter", "-x",
      ])
    for line in [["tag", "@", "prep"], ["new", "note", "--", "-x"], ["rm", "7r2f"]] {
      #expect(FilterBehindDashes.spelled(line) == line)
    }
  }
}
