import AfterwitProcesses
import Testing

@Suite("The five practices, on two machines", .hangLimit)
struct FivePracticesTests {
  /// Each brings what it has, and fetches what the other had; then both must show the same.
  private static func meet(_ digest: String = "digest") -> String {
    """
    desk$ afterwit sync
    {*}
    laptop$ afterwit sync
    {*}
    desk$ afterwit sync
    {*}
    desk$ afterwit status --all | grep -E '^digest'
    digest       {\(digest)}
    laptop$ afterwit status --all | grep -E '^digest'
    digest       {\(digest)}

    """
  }

  private static func play(_ lines: String) async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(lines).play(on: stage)
    }
  }

  @Test("Own it and tell it: the same evening raw, then what was mine, then a story to rehearse")
  func owning() async throws {
    try await Self.play(
      #"""
      desk$ afterwit new interview They asked how I would build a queue, and I went blank. --org Acme --stage onsite --on yesterday
      {id}
      ...
      desk$ afterwit sync
      {*}
      laptop$ afterwit sync
      {*}
      # Both write apart: what was mine here, what was not mine and how it felt there.
      desk$ afterwit edit "$id" --field mine --text 'I had not slept, and said nothing of it.' --field next --text 'I sleep before, and ask for a minute.'
      Changed {id}: {*}
      laptop$ afterwit edit "$id" --field not-mine --text 'They had filled the place already.' --field felt --text 'Small.'
      Changed {id}: {*}
      \#(Self.meet())laptop$ afterwit distil "$id" I start from the people who wait.
      Changed {id}: {*}
      # What is proposed is nobody's until it is saved.
      laptop$ afterwit story "$id" 2>/dev/null
      Acme, onsite
      situation  proposed
        They asked how I would build a queue, and I went blank.
      struggle  proposed
        Small.
        I had not slept, and said nothing of it.
      turn  proposed
        I sleep before, and ask for a minute.
      learning  proposed
        I start from the people who wait.
      laptop$ afterwit story list
      There is no story yet. Type: afterwit story ID
      laptop$ afterwit story "$id" --save
      Changed {id}: {*}
      # The desk tells one part in its own words, while it has not seen the others.
      desk$ afterwit edit "$id" --field story-result --text 'They chose somebody else.'
      Changed {id}: {*}
      \#(Self.meet("later"))desk$ afterwit story show "$id"
      Acme, onsite
      situation
        They asked how I would build a queue, and I went blank.
      struggle
        Small.
        I had not slept, and said nothing of it.
      turn
        I sleep before, and ask for a minute.
      result
        They chose somebody else.
      learning
        I start from the people who wait.
      desk$ afterwit story practice "$id"
      Practising needs a terminal.
      Nothing was changed.
      To read it: afterwit story show {id}
      [2]
      """#)
  }

  @Test("Reflect on each: what was lacked becomes a goal, and a question is asked twice")
  func reflecting() async throws {
    try await Self.play(
      #"""
      desk$ afterwit new interview 'The first one.' --org Acme --on '3 days ago' --support Sam
      {one}
      ...
      desk$ afterwit add "$one" question 'How would you build a queue?' --set 'said=I began with a table.'
      {asked}
      desk$ afterwit add "$one" lack 'Asking before I draw' --set kind=communication
      {lack}
      desk$ afterwit sync
      {*}
      laptop$ afterwit sync
      {*}
      # The laptop answers anew and makes a goal of what was lacked; the desk notes the next interview.
      laptop$ afterwit edit "$asked" --set 'would-say=Who waits for it?'
      Changed {asked}: How would you build a queue?
      laptop$ afterwit new goal 'Ask three questions first' --from "$lack" --set cadence=daily
      {goal}
      ...
      laptop$ afterwit new mantra 'I ask, then I draw.' --from "$one"
      {mantra}
      ...
      desk$ afterwit new interview 'The second one.' --org Globex --on yesterday --support Ana
      {two}
      ...
      desk$ afterwit add "$two" question 'how would you  build a queue?' --set 'said=With a table again.'
      {again}
      \#(Self.meet())desk$ afterwit questions
      how would you  build a queue?  asked 2 times, last in {two}: The second one.
        said       With a table again.
        would say  Who waits for it?
      laptop$ afterwit people --support
      1  Ana
      1  Sam
      laptop$ afterwit trace "$lack"
      {one}  {*}  interview  Acme: The first one.
      ├─ {goal}  {*}  goal  Ask three questions first
      └─ {mantra}  {*}  mantra  I ask, then I draw.
      """#)
  }

  @Test("Fail more, with feedback: an attempt is set down ahead, follows another, and is told")
  func attempting() async throws {
    try await Self.play(
      #"""
      desk$ afterwit new interview 'I rushed.' --org Acme --on '2 weeks ago'
      {first}
      ...
      desk$ afterwit new interview --org Globex --stage phone --on 'in 2 days' --after "$first"
      {next}
      ...
      desk$ afterwit sync
      {*}
      laptop$ afterwit sync
      {*}
      laptop$ afterwit | grep Globex
        in 2 days  Globex, phone · {*}  afterwit prep
      # It is moved on one machine, and feedback on the first comes in on the other.
      laptop$ afterwit edit "$next" --set on=yesterday
      Changed {next}: {*}
      on: {*}
      desk$ afterwit add "$first" feedback 'Slow down, and say what you assume.' --set from=Lee --set on=today
      {feedback}
      {*}
      \#(Self.meet())desk$ afterwit | grep -A1 Globex
        Globex was yesterday. How was it? One line is enough:
          afterwit edit {next} --append "…"
      desk$ afterwit edit "$next" --append 'I said what I assumed.'
      Changed {next}: I said what I assumed.
      laptop$ afterwit new interview --org Initech --on tomorrow --after "$next"
      {third}
      ...
      \#(Self.meet("later"))laptop$ afterwit trace "$third"
      {first}  {*}  interview  Acme: I rushed.
      └─ {next}  {*}  interview  Globex: I said what I assumed.
         └─ {third}  {*}  interview  Initech
      # An attempt never follows itself, not by those between either.
      laptop$ afterwit edit "$first" --set after="$third"
      An entry cannot name itself in the field “after”, nor one that came of it.
      Nothing was changed.
      Give the id of another entry; afterwit list shows them.
      [2]
      """#)
  }

  @Test(
    "Four steps after a rejection: felt in private, let go, improved, and the letter is written")
  func rejection() async throws {
    try await Self.play(
      #"""
      desk$ afterwit new rejection 'They went with someone else.' --org Acme --on today --private
      {vent}
      ...
      # A private entry changes nothing of what is shown unasked.
      desk$ afterwit | grep -c Acme
      0
      [1]
      desk$ afterwit new rejection 'Not this time.' --org Acme --on yesterday --mood 2
      {no}
      ...
      desk$ afterwit add "$no" followup 'Thank Ms Ortiz' --set due=today
      {letter}
      {*}
      desk$ afterwit sync
      {*}
      laptop$ afterwit sync
      {*}
      # The letter is moved on one machine and ticked on the other; both hold.
      desk$ afterwit edit "$letter" --set due=tomorrow
      Changed {letter}: Thank Ms Ortiz
      due: {*}
      laptop$ afterwit done "$letter"
      Done: {letter}: Thank Ms Ortiz
      laptop$ afterwit edit "$no" --field not-mine --text 'Somebody inside had it before.' --set mood-after=3
      Changed {no}: Not this time.
      \#(Self.meet())desk$ afterwit show "$letter" --json | grep -o '"done":true'
      "done":true
      laptop$ afterwit show "$no" --field not-mine
      Somebody inside had it before.
      laptop$ afterwit review
      No review is open.
      """#)
  }

  @Test("Five lessons for the next one: both machines take the same along, on one screen")
  func preparing() async throws {
    try await Self.play(
      #"""
      desk$ afterwit new interview 'I went blank.' --org Acme --stage onsite --on '3 weeks ago'
      {id}
      ...
      desk$ afterwit sync
      {*}
      laptop$ afterwit sync
      {*}
      desk$ afterwit edit "$id" --field lesson --text 'Ask who reads it.' --field next --text 'I sleep before.' --field story-turn --text 'Then I asked.'
      Changed {id}: I went blank.
      desk$ afterwit add "$id" lack 'I go blank when I have not slept.'
      {lack}
      laptop$ afterwit add "$id" ask 'How do you decide what is not built?'
      {ask}
      laptop$ afterwit add "$id" question 'Why us?' --set 'said=I like the product.' --set 'would-say=I use it.'
      {question}
      laptop$ afterwit new mantra 'I prepare, then I let go.' --from "$id"
      {mantra}
      ...
      laptop$ afterwit new interview --org Globex --stage onsite --on 'tomorrow 10:00'
      {next}
      ...
      \#(Self.meet())desk$ afterwit prep
      Globex · onsite · tomorrow 10:00
        Carry in     “I prepare, then I let go.”
        Lesson       Ask who reads it.  (Acme)
        They may ask
          Why us?  (asked once, at Acme)
            last time  I like the product.
            now        I use it.
        A weakness, honestly
          I go blank when I have not slept. I sleep before.
        A story      Acme, onsite  (afterwit story practice {id})
        Ask them     How do you decide what is not built?
      laptop$ afterwit prep globex --md | grep '^[*]' | head -2
      * “I prepare, then I let go.”
      * Ask who reads it. (Acme)
      laptop$ afterwit prep hooli
      Nothing is known of “hooli” yet.
      Nothing was changed.
      Try an organisation: afterwit orgs lists them.
      [9]
      """#)
  }
}
