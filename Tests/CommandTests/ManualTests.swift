import AfterwitManual
import AfterwitProcesses
import Testing

@Suite("The manual pages", .hangLimit)
struct ManualTests {
  private static let programs = ["afterwit", "afterwit-relay"]

  @Test("Every command and every option is in the page of its program", arguments: programs)
  func whole(_ program: String) async throws {
    let page = try await Shell().run(program + " man").output.replacing("\\-", with: "-")
    let dump = try await Shell().run(program + " --experimental-dump-help").output
    for (path, command) in try CommandTree(dump: dump).leaves {
      let name = ([program] + path).joined(separator: " ")
      let start = try #require(page.firstRange(of: ".SS \(name)\n"), "\(name)")
      let own = page[start.upperBound...]
      #expect(own.contains(command.help.prefix(20).replacing("\\", with: "\\e")), "\(name)")
      for option in command.options {
        for typed in option.typedNames {
          #expect(page.contains("\\fB\(typed)\\fR"), "\(name) \(typed)")
        }
      }
    }
  }

  @Test(
    "mandoc has nothing to warn of",
    .enabled(if: Machinery.finds("mandoc"), "mandoc is not installed"),
    arguments: programs)
  func lint(_ program: String) async throws {
    let found = try await Shell().run(program + " man | mandoc -T lint -W warning")
    #expect(found.output == "")
    #expect(found.code == 0)
  }

  @Test(
    "man has nothing to warn of", .enabled(if: Machinery.finds("man"), "man is not installed"),
    arguments: programs)
  func warnings(_ program: String) async throws {
    let found = try await Shell().run(
      program + " man | LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l -")
    #expect(found.talk == "")
    #expect(found.output.contains("COMMANDS"))
  }

  @Test("A page bears the day on which its program was built", arguments: programs)
  func day(_ program: String) async throws {
    try await Stage.alone { stage in
      let script = """
        cp "$(command -v \(program))" "$T/old"
        touch -d '2001-02-03 12:00 UTC' "$T/old"
        "$T/old" man | head -n 1
        """
      let line = try await stage.shell.run(script).output
      #expect(line.contains(" \"2001-02-03\" "), "\(line)")
    }
  }

  @Test("A text is a text in roff, whatever it holds")
  func escaping() throws {
    let dump = #"""
      {"command": {"commandName": "x-y", "abstract": ".so \\fB \u201ca\u201d 'b",
      "arguments": [], "subcommands": []}}
      """#
    let page = ManualPage(
      of: try CommandTree(dump: dump), chapter: 1, version: "1", date: "2026-11-30",
      sections: [
        .init("FILES", [("'x", ".y")])
      ])
    #expect(page.roff.contains("x\\-y \\- \\&.so \\efB \\[u201C]a\\[u201D] 'b\n"))
    #expect(page.roff.contains(".B \\&'x\n\\&.y\n"))
  }
}
