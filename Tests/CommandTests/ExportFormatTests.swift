import AfterwitProcesses
import Foundation
import Testing

@Suite("Exports that come back", .hangLimit)
struct ExportFormatTests {
  private static let journal = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ printf '\n  Two spaces, "quotes", a \\ and\n* a star\n[2024-01-02 09:00] no head\n---\n#x\n\n' >"$T/text"
      desk$ afterwit new interview --org Acme --mood 2 --tag 'on site' --tag ünï --people Ana --people Bo --on 2024-02-29 --set at=09:30 --title 'One: "two" # three *' - <"$T/text"
      {id}
      desk$ afterwit edit "$id" --field lesson --text "It's 'mine': yes" 2>/dev/null
      desk$ afterwit add "$id" question 'How many?' --set 'said=No: "idea"' 2>/dev/null
      {question}
      desk$ afterwit add "$id" followup 'Write' --set due=2026-12-01 2>/dev/null
      {followup}
      desk$ afterwit set "$id" starred=yes mood-after=3 2>/dev/null
      desk$ afterwit new goal 'One a day' --set due=2026-12-24 --from "$id" 2>/dev/null
      {goal}
      desk$ afterwit add "$goal" step 'Draw' 2>/dev/null
      {step}
      desk$ afterwit set "$goal" due= 2>/dev/null
      desk$ afterwit new mantra 'I prepare, then I let go.' 2>/dev/null
      {mantra}
      desk$ afterwit recite "$mantra" >/dev/null 2>&1
      desk$ afterwit new note 'Gone.' 2>/dev/null
      {gone}
      desk$ afterwit rm "$gone" 2>/dev/null
      """#
    ).play(on: stage)
  }

  /// What is shown of every entry, but when it was made.
  private func shown(at device: String, _ stage: Stage) async throws -> String {
    let line = #"""
      for id in $(afterwit export --json | grep '"deleted":false,' | \
      grep -o '"id":"[0-9a-z]*","kind' | cut -d'"' -f4); do afterwit show $id --json; done | \
      sed 's/"created":"[^"]*","modified":"[^"]*",//'
      """#
    let outcome = try await stage.run(line, at: device)
    #expect(outcome.code == 0, "\(outcome.talk)")
    return outcome.output
  }

  @Test("JSON and Markdown give the same view in an empty journal [AW-EXCH-5]")
  func same() async throws {
    try await Self.journal.play { stage, _ in
      let before = try await shown(at: "desk", stage)
      #expect(before.split(separator: "\n").count == 3)
      _ = try await stage.run(
        #"afterwit export -o "$T/j.json" && afterwit export --format md -o "$T/notes""#, at: "desk")
      for (device, path) in [("json", "j.json"), ("md", "notes")] {
        let outcome = try await stage.run(
          #"afterwit init --name x --recovery-file "$T/r-\#(device)" && afterwit import "$T/\#(path)""#,
          at: device)
        #expect(outcome.code == 0, "\(outcome)")
        #expect(try await shown(at: device, stage) == before, "\(device)")
        let again = try await stage.run(#"afterwit import "$T/\#(path)""#, at: device)
        #expect(again.output.contains("0 entries came.\n3 entries are there already."))
      }
    }
  }

  @Test(
    "What other programs read comes back as it was, but for what is told",
    arguments: ["jrnl", "ical", "org", "dayone"])
  func others(format: String) async throws {
    try await Scene.alone.play { stage, _ in
      _ = try await stage.run(
        #"""
        for n in 1 2 3; do printf 'Body of %s.\n\n  indented, `a\\.b` and \\, 日本 & <b>\nEnd.' $n | \
        afterwit new note - --title "Title; of, $n" --tag old --on 2024-01-0$n --set at=1$n:30; done
        afterwit export --format \#(format) -o "$T/out.\#(format)"
        """#, at: "desk")
      let told = try await stage.run(
        #"afterwit export --format \#(format) >/dev/null"#, at: "desk")
      #expect(told.code == 0)
      let outcome = try await stage.run(
        #"afterwit init --name x --recovery-file "$T/r" && afterwit import "$T/out.\#(format)""#,
        at: "other")
      #expect(outcome.output.contains("3 entries came.\n"), "\(outcome)")
      let fields =
        #"afterwit list -n 9 --by on --json | grep -o '"fields":.*' | sed 's/"review.*//'"#
      var desk = try await stage.run(fields, at: "desk").output
      if format == "jrnl" {
        #expect(told.talk.contains("Entries whose tags stand in a line below their text: 3."))
        desk = desk.replacing("End.\"", with: "End.\\n\\n@old\"")
      }
      #expect(try await stage.run(fields, at: "other").output == desk)
    }
  }

  @Test("A page of HTML holds every word and fetches nothing")
  func page() async throws {
    try await Self.journal.play { stage, _ in
      let page = try await stage.run("afterwit export --format html", at: "desk").output
      for words in ["Two spaces, &quot;quotes&quot;", "It's 'mine': yes", "How many?", "I prepare"]
      {
        #expect(page.contains(words), "\(words)")
      }
      #expect(!page.contains("Gone.") && !page.contains("http"))
    }
  }

  @Test("What is there is not touched, and nothing half is left")
  func taken() async throws {
    try await Self.journal.play { stage, _ in
      _ = try await stage.run(#"mkdir "$T/taken"; echo x >"$T/file""#, at: "desk")
      for line in [
        #"--format md -o "$T/taken""#, #"--format jrnl -o "$T/file""#, #"-o "$T/taken""#,
        "--format md", #"--format html -o "$T/none/x""#,
      ] {
        let outcome = try await stage.run("afterwit export \(line)", at: "desk")
        #expect([1, 2].contains(outcome.code) && outcome.output.isEmpty, "\(line)")
        #expect(outcome.talk.split(separator: "\n").count == 3, "\(outcome.talk)")
      }
      let left = try await stage.run(
        #"ls -A "$T/taken"; ls "$T" | grep part; cat "$T/file""#, at: "desk")
      #expect(left.output == "x\n")
    }
  }
}
