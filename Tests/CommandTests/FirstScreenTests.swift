import AfterwitProcesses
import Foundation
import Testing

@Suite("The first screen", .hangLimit)
struct FirstScreenTests {
  @Test("The first night, the second day, the evening before the next attempt, and the day after")
  func fourDays() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-20T09:00 afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-20T09:00 afterwit
        Friday 20 November
          Nothing is written yet. One line is enough:
            afterwit note what happened today
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-20T09:01 afterwit new mantra 'I prepare, then I let go.'
        {mantra}
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-20T09:01 afterwit
        Friday 20 November
          “I prepare, then I let go.”
          Nothing waits for you today.
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-20T09:02 afterwit new goal 'one design question a day' --set cadence=daily
        {goal}
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-20T09:02 afterwit new reflection 'Nobody wrote back.' --on 2026-11-20 --set organisation=Initech --set support=Sam --set 'lesson=I ask for a date.'
        {first}
        # The first night: nothing is asked, and who was there is named.
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-27T21:00 afterwit new reflection 'They went with someone else.' --on 2026-11-27 --set occasion=rejection --set organisation=Acme --set stage=onsite
        {no}
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-27T21:10 afterwit add "$no" followup 'thank-you letter to Ms Ortiz' --set due=2026-11-28
        {letter}
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-27T21:20 afterwit
        Friday 27 November
          “I prepare, then I let go.”
          Acme was today. It is written down; nothing else is asked tonight.
          Sam has been there for you.
        # The second day: what is due, and the goals.
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-28T08:00 afterwit
        Saturday 28 November
          “I prepare, then I let go.”
          today  thank-you letter to Ms Ortiz, Acme  afterwit done {letter}
          goal   one design question a day  0 of 7   afterwit check {goal}
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-28T08:10 afterwit done "$letter"
        Done: {letter}: thank-you letter to Ms Ortiz
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-28T08:11 afterwit check "$goal" --skip 'a day off' --on 2026-11-28
        {check}
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-28T08:12 afterwit edit "$no" --text 'They asked about queues.' --field lesson
        Changed {no}: They went with someone else.
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-28T08:20 afterwit new reflection --on 2026-12-01 --set at=10:00 --set organisation=Globex --set stage=onsite --set occasion=interview --set after="$no"
        {next}
        # The evening before: a lesson of three days ago comes back, and the event is tomorrow.
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-30T19:00 afterwit
        Monday 30 November
          “I prepare, then I let go.”
          tomorrow 10:00  Globex, onsite                     afterwit prep
          goal            one design question a day  0 of 6  afterwit check {goal}
          From Initech, 10 days ago:
          “I ask for a date.”
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-11-30T19:01 afterwit prep
        Globex · onsite · tomorrow 10:00
          Carry in     “I prepare, then I let go.”
          Lesson       They asked about queues.  (Acme)
                       I ask for a date.  (Initech)
        # The day after: one question, and the line that answers it.
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-12-02T08:00 afterwit
        Wednesday 2 December
          “I prepare, then I let go.”
          Globex was yesterday. How was it? One line is enough:
            afterwit edit {next} --append "…"
          goal  one design question a day  0 of 6  afterwit check {goal}
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-12-02T08:01 afterwit edit "$next" --append 'I asked who reads it.'
        Changed {next}: I asked who reads it.
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-12-02T08:02 afterwit | grep -c 'How was it'
        0
        [1]
        desk$ export TZ=UTC; AFTERWIT_NOW=2026-12-02T08:02 afterwit trace "$next"
        {no}  27 Nov  rejection  Acme: They went with someone else.
        └─ {next}  1 Dec  interview  Globex: I asked who reads it.
        """#
      ).play(on: stage)
    }
  }

  @Test("Before there is a journal it says what this is and how to begin, and that is no failure")
  func welcome() async throws {
    try await Stage.alone { stage in
      let outcome = try await stage.run("afterwit", at: "desk")
      #expect(outcome.code == 0 && outcome.talk.isEmpty)
      #expect(outcome.output.split(separator: "\n").count == 5)
      #expect(outcome.output.contains("afterwit init"))
      #expect(try await stage.run("afterwit today --json", at: "desk").code == 2)
    }
  }

  @Test("However much is due, the screen has twelve lines, and the rest is one command away")
  func manyLines() async throws {
    try await Stage.alone { stage in
      let prepared = try await stage.run(
        #"""
        export TZ=UTC
        afterwit init --name desk --recovery-file "$T/recovery" &&
          id=$(afterwit new reflection 'A day.' --on 2026-01-02 2>"$T/talk") &&
          for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
            afterwit add "$id" followup "letter $i" --set "due=2026-01-$((i + 10))" || exit 1
          done
        """#, at: "desk")
      #expect(prepared.code == 0, "\(prepared.talk)")
      let screen = try await stage.run("afterwit", at: "desk")
      let lines = screen.output.split(separator: "\n")
      #expect(lines.count == 12, "\(screen.output)")
      #expect(lines.last == "  and 2 more: afterwit today --all")
      let whole = try await stage.run("afterwit today --all", at: "desk")
      #expect(whole.output.split(separator: "\n").count == 13)
    }
  }

  @Test("A time that is none is refused", arguments: ["soon", "2026-11-27", "2026-02-30T10:00"])
  func noTime(_ text: String) async throws {
    try await Stage.alone { stage in
      _ = try await stage.run(
        #"afterwit init --name desk --recovery-file "$T/recovery""#, at: "desk")
      let outcome = try await stage.run("AFTERWIT_NOW=\(text) afterwit", at: "desk")
      #expect(outcome.code == 2 && outcome.talk.contains("AFTERWIT_NOW"))
    }
  }

  @Test("What a program reads has the form of its schema, filled and empty")
  func documents() async throws {
    try await Stage.alone { stage in
      let begun = try await stage.run(
        #"afterwit init --name desk --recovery-file "$T/recovery" && afterwit --json"#, at: "desk")
      #expect(begun.code == 0, "\(begun.talk)")
      try SchemaFile("today").expect(try Self.document(begun.output))
      let prepared = try await stage.run(
        #"""
        set -e
        day() { date -d "$1" +%F; }
        no=$(afterwit new reflection 'No.' --on "$(day today)" --set occasion=rejection \
          --set organisation=Acme --set lesson=Ask. --set story-turn=Then. --set next=Sleep.)
        afterwit edit "$no" --add support=Sam
        afterwit add "$no" lack Sleep; afterwit add "$no" question Why? --set said=So.
        afterwit add "$no" ask 'And you?'; afterwit add "$no" followup Letter --set due=2026-01-01
        afterwit new mantra 'On.' --set "from=$no"
        afterwit new goal Sleep --set cadence=daily --set "from=$no" --set due=2026-01-01
        afterwit new reflection --on "$(day tomorrow)" --set at=10:00 --set organisation=Acme
        """#, at: "desk")
      #expect(prepared.code == 0, "\(prepared.talk)")
      let rejection = try await stage.run("afterwit story list --json", at: "desk").output
      let id = try #require((Self.document(rejection) as? [String: Any])?["id"] as? String)
      for (line, schema) in [
        ("afterwit --json", "today"), ("afterwit prep --json", "prep"),
        ("afterwit story list --json", "story"), ("afterwit story \(id) --json", "story"),
        ("afterwit story show \(id) --json", "story"), ("afterwit trace \(id) --json", "trace"),
      ] {
        let outcome = try await stage.run(line, at: "desk")
        #expect(outcome.code == 0, "\(line): \(outcome.talk)")
        let documents = try outcome.output.split(separator: "\n").map { try Self.document($0) }
        #expect(!documents.isEmpty)
        for document in documents { try SchemaFile(schema).expect(document) }
      }
      _ = try await stage.run("afterwit edit \(id) --set private=yes", at: "desk")
      let awake = try await stage.run("afterwit --json", at: "desk")
      let today = try #require(try Self.document(awake.output) as? [String: Any])
      try SchemaFile("today").expect(today)
      #expect((today["goals"] as? [Any])?.count == 1 && (today["ahead"] as? [Any])?.count == 1)
    }
  }

  private static func document(_ line: some StringProtocol) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(line.utf8))
  }
}
