import AfterwitProcesses
import Testing

@Suite("Items of lists", .hangLimit)
struct ItemTests {
  @Test("are added, ticked off, moved, edited, removed and brought back by their own ids")
  func oneMachine() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new goal 'One question a day'
        {goal}
        desk$ afterwit add "$goal" step 'Buy a notebook'
        {buy}
        desk$ echo 'Write one question' | afterwit add @ steps -
        {write}
        desk$ afterwit add @ step 'Answer it' --set done=yes
        {answer}
        desk$ afterwit move "$answer" "$write" --before "$buy"
        Moved {answer}: Answer it
        Moved {write}: Write one question
        desk$ afterwit move "$answer" --first
        Nothing was changed in {answer}: Answer it
        desk$ afterwit done "$buy" "$answer"
        Done: {buy}: Buy a notebook
        Nothing was changed in {answer}: Answer it
        desk$ afterwit done --not "$answer"
        Open again: {answer}: Answer it
        desk$ afterwit edit "$write" --set 'what=Write two questions'
        Changed {write}: Write two questions
        desk$ afterwit edit "$write" --append 'One is enough.'
        Changed {write}: Write two questions
        desk$ afterwit show "$write" --field what
        Write two questions

        One is enough.
        desk$ afterwit rm "$buy"
        Deleted {buy}: Buy a notebook
        desk$ afterwit show "$goal" --json | tr '{' '\n' | grep -c '"done"'
        2
        desk$ afterwit restore "$buy"
        Restored {buy}: Buy a notebook
        desk$ afterwit show "$goal" | sed '1,/^steps/d'
        {answer}  [ ]  Answer it
        {write}  [ ]  Write two questions One is enough.
        {buy}  [x]  Buy a notebook
        desk$ afterwit show "$buy" --json | sed 's/.*"list"/"list"/' | tr -d '{}'
        "list":"steps","fields":"what":"Buy a notebook","done":true,"deleted":false
        desk$ afterwit find notebook
        {goal}  {day}  goal  steps: {*}Buy a notebook{*}
        """#
      ).play(on: stage)
    }
  }

  @Test("Goals are checked, mantras recited, and questions counted across the journal")
  func counting() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new goal 'One question a day'
        {goal}
        desk$ afterwit check @ --on 2026-11-20 --note 'Twenty minutes'
        {one}
        desk$ afterwit check "$goal" --on 2026-11-21 --skip 'No sleep'
        {two}
        desk$ afterwit show "$goal" | tail -2
        {one}  Twenty minutes  on 2026-11-20
        {two}  on 2026-11-21  skipped No sleep
        desk$ afterwit new mantra 'I prepare.'
        {mantra}
        desk$ afterwit recite
        I prepare.
        Recited once.
        desk$ afterwit recite "$mantra"
        I prepare.
        Recited 2 times.
        desk$ afterwit new reflection 'Queues.' --title Acme --set organisation=Acme --set people=Ana --tag onsite
        {acme}
        desk$ afterwit add @ question 'How would you build a queue?' --set 'said=A table.'
        {first}
        desk$ afterwit new reflection 'Queues again.' --title Globex --set organisation=Globex --set people=Ana
        {globex}
        desk$ afterwit add @ question 'How would you build a queue?' --set 'would-say=Who waits?'
        {second}
        desk$ afterwit questions
        How would you build a queue?  asked 2 times, last in {globex}: Globex
          said       A table.
          would say  Who waits?
        desk$ afterwit questions --json queue
        {"schema":"afterwit.questions/1","asked":"How would you build a queue?","count":2,"said":"A table.","would-say":"Who waits?","elements":["{*}","{*}"],"entries":["{*}","{*}"]}
        desk$ afterwit questions salary
        desk$ afterwit people; afterwit orgs; afterwit tags
        2  Ana
        1  Acme
        1  Globex
        1  #onsite
        desk$ afterwit people --json
        {"schema":"afterwit.people/1","name":"Ana","count":2,"entries":["{*}","{*}"]}
        """#
      ).play(on: stage)
    }
  }

  @Test("What is printed as JSON has what its schema says")
  func documents() async throws {
    try await Self.alone.play { stage, words in
      let one = try #require(words["one"])
      let entry = try #require(words["entry"])
      let lines = [
        "afterwit add \(entry) question 'Why?' >/dev/null", "afterwit tag \(entry) onsite",
        "afterwit edit \(entry) --add people=Ana --set organisation=Acme",
      ]
      for line in lines { _ = try await stage.run(line, at: "desk") }
      for (line, schema) in [
        ("show \(one) --json", "item"), ("questions --json", "questions"),
        ("people --json", "people"), ("tags --json", "tags"), ("orgs --json", "orgs"),
      ] {
        let documents = try await stage.documents(line, at: "desk")
        #expect(documents.count == 1, "\(line)")
        for document in documents { try SchemaFile(schema).expect(document) }
      }
    }
  }

  @Test("Two machines: ticks, moves, edits and removals made offline meet")
  func twoMachines() async throws {
    try await Self.listed.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit done "$one" 2>/dev/null; afterwit done "$three" 2>/dev/null
        laptop$ afterwit done "$two" 2>/dev/null; afterwit done "$three" 2>/dev/null
        desk$ afterwit move "$one" --last 2>/dev/null
        laptop$ afterwit edit "$one" --set 'what=Ask Ana and Sam' 2>/dev/null
        desk$ afterwit sync 2>/dev/null; afterwit --home "$T/laptop" sync 2>/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit show "$goal" | sed '1,/^steps/d'
        {two}  [x]  Write it down
        {three}  [x]  Sleep
        {one}  [x]  Ask Ana and Sam
        desk$ afterwit rm "$two" 2>/dev/null
        laptop$ afterwit move "$two" --last 2>/dev/null
        laptop$ afterwit rm "$three" 2>/dev/null
        desk$ afterwit edit "$three" --append 'Eight hours.' 2>/dev/null
        desk$ afterwit sync 2>/dev/null; afterwit --home "$T/laptop" sync 2>/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit show "$goal" 2>/dev/null | sed '1,/^steps/d'
        {three}  [x]  Sleep Eight hours.
        {one}  [x]  Ask Ana and Sam
        desk$ [ "$(afterwit status --all --json | grep -o '"digest":"[^"]*"')" = "$(afterwit --home "$T/laptop" status --json | grep -o '"digest":"[^"]*"')" ] && afterwit review --json | wc -l
        1
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Two machines: a run moved twice stays a run, and an item brought back twice is one")
  func runs() async throws {
    try await Self.listed.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit add "$goal" step 'Run'
        {four}
        laptop$ afterwit add "$goal" step 'Rest'
        {five}
        desk$ afterwit move "$one" "$two" --last 2>/dev/null
        laptop$ afterwit move "$one" "$two" --after "$three" 2>/dev/null
        desk$ afterwit rm "$three" 2>/dev/null
        desk$ afterwit sync 2>/dev/null; afterwit --home "$T/laptop" sync 2>/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit show "$goal" | sed '1,/^steps/d' | grep -A1 "^$one"
        {one}  [ ]  Ask Ana
        {two}  [ ]  Write it down
        desk$ afterwit restore "$three" 2>/dev/null; afterwit recite "$mantra" 2>/dev/null
        I prepare.
        laptop$ afterwit restore "$three" 2>/dev/null; afterwit recite "$mantra" 2>/dev/null; afterwit recite "$mantra"
        I prepare.
        I prepare.
        Recited 2 times.
        desk$ afterwit sync 2>/dev/null; afterwit --home "$T/laptop" sync 2>/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit show "$goal" | grep -c "^$three"
        1
        desk$ afterwit show "$mantra" --json | grep -o '"recited":[0-9]*'
        "recited":3
        desk$ [ "$(afterwit status --all --json | grep -o '"digest":"[^"]*"')" = "$(afterwit --home "$T/laptop" status --json | grep -o '"digest":"[^"]*"')" ] && afterwit review --json | wc -l
        0
        """#
      ).play(on: stage, knowing: words)
    }
  }

  /// A goal with three steps and a mantra, on two machines.
  private static let listed = Scene(after: .paired) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new mantra 'I prepare.'
      {mantra}
      desk$ afterwit new goal 'Ask for feedback'
      {goal}
      desk$ afterwit add @ step 'Ask Ana'
      {one}
      desk$ afterwit add @ step 'Write it down'
      {two}
      desk$ afterwit add @ step 'Sleep'
      {three}
      desk$ afterwit sync 2>/dev/null; afterwit --home "$T/laptop" sync 2>/dev/null
      """#
    ).play(on: stage)
  }

  @Test("What cannot be meant is refused in three lines, and changes nothing")
  func refusals() async throws {
    try await Self.alone.play { stage, words in
      let lines: [(String, Int32, String)] = [
        ("afterwit add {goal} nolist x", 2, "steps"),
        ("afterwit add {mantra} step x", 2, "no list"),
        ("afterwit add {goal} step", 2, "nothing to write"),
        ("afterwit add {goal} step '  '", 2, "nothing to write"),
        ("afterwit add {goal} step x --set due=2026-12-01", 2, "what, done"),
        ("afterwit add {goal} step x --set done=perhaps", 2, "yes or no"),
        ("afterwit add {one} step x", 9, "item of a list"),
        ("afterwit done {goal}", 9, "is an entry"),
        ("afterwit done {ask}", 2, "not something to be done"),
        ("afterwit done zzzzzzzz", 9, "No entry"),
        ("afterwit done 0", 2, "too little"),
        ("afterwit move {one}", 2, "--first"),
        ("afterwit move {one} --first --last", 2, "once"),
        ("afterwit move {one} --before {one}", 2, "beside itself"),
        ("afterwit move {one} --after {ask}", 2, "one list"),
        ("afterwit move {one} {ask} --first", 2, "one list"),
        ("afterwit move {one} --after {gone}", 2, "removed"),
        ("afterwit done {gone}", 9, "removed"),
        ("afterwit check {mantra}", 2, "no list"),
        ("afterwit check {goal} --on 2026-02-30", 2, "February 2026 has 28 days"),
        ("afterwit recite {goal}", 2, "counts nothing"),
        ("afterwit edit {one} --set mood=3", 2, "what, done"),
        ("afterwit tag {one} x", 9, "item of a list"),
      ]
      for (line, code, says) in lines {
        let typed = words.reduce(line) { $0.replacing("{\($1.key)}", with: $1.value) }
        let outcome = try await stage.run(
          "b=$(afterwit export | cksum); \(typed); c=$?; "
            + "[ \"$b\" = \"$(afterwit export | cksum)\" ] || echo changed; exit $c", at: "desk")
        #expect(outcome.code == code, "\(line): \(outcome.talk)")
        #expect(outcome.output.isEmpty && outcome.talkLines.count == 3, "\(line): \(outcome.talk)")
        #expect(outcome.talk.contains(says), "\(line): \(outcome.talk)")
      }
    }
  }

  /// A goal and a reflection with items, and one that was removed.
  private static let alone = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new mantra 'I prepare.'
      {mantra}
      desk$ afterwit new reflection 'It went well.'
      {entry}
      desk$ afterwit add @ ask 'What is not built?'
      {ask}
      desk$ afterwit new goal 'Ask for feedback'
      {goal}
      desk$ afterwit add @ step 'Ask Ana'
      {one}
      desk$ afterwit add @ step 'Call Bob'
      {gone}
      desk$ afterwit rm "$gone" 2>/dev/null
      """#
    ).play(on: stage)
  }
}
