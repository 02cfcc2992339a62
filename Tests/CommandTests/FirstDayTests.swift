import AfterwitProcesses
import Testing

@Suite("A first day, alone", .hangLimit)
struct FirstDayTests {
  @Test("A person begins, writes, looks, changes, removes and restores")
  func firstDay() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit list
        There is no journal in {home} yet.
        Nothing was changed.
        Type: afterwit init{*}
        [2]
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        Its recovery secret is in {recovery}; keep it safe.
        Your journal is ready; this machine is desk. Nothing leaves it until you set a relay.
        desk$ cut -c1-5 "$T/recovery"
        awr1-
        desk$ stat -c %a "$T/recovery" "$AFTERWIT_HOME"
        600
        700
        # One line is enough.
        desk$ afterwit new reflection 'I talked too fast.' --tag Onsite --set mood=2 --on 2026-11-20
        {first}
        desk$ afterwit new goal 'Speak slowly' --set state=active
        {second}
        desk$ printf 'Breathe.\nThen speak.\n' | afterwit new mantra - --title Breathe
        {third}
        desk$ afterwit list
        {third}  {day}  mantra  Breathe
        {second}  {day}  goal  Speak slowly
        {first}  2026-11-20  reflection  I talked too fast.  #onsite
        desk$ afterwit list --kind goal
        {second}  {day}  goal  Speak slowly
        desk$ afterwit list --tag onsite -n 1
        {first}  2026-11-20  reflection  I talked too fast.  #onsite
        desk$ afterwit show "$third" --field words
        Breathe.
        Then speak.
        desk$ afterwit show "$first" --field mood
        2
        desk$ afterwit show "$first" --field felt
        desk$ afterwit show "$first"
        Reflection
        {first} · reflection · written {day} {time}
        tags  onsite
        on    2026-11-20
        mood  2
        happened
        I talked too fast.
        # A change, an addition, and a change that changes nothing.
        desk$ afterwit edit "$first" --text 'I talked far too fast.' --set mood=3 --add people=Ann
        Changed {first}: I talked far too fast.
        desk$ afterwit edit @ --append 'Ann said so.'
        Changed {first}: I talked far too fast.
        desk$ afterwit edit @ --set mood=3
        Nothing was changed in {first}: I talked far too fast.
        desk$ afterwit tag "$first" pace voice
        Changed {first}: {*}
        desk$ afterwit untag "$first" Onsite
        Changed {first}: {*}
        desk$ afterwit show "$first"
        Reflection
        {first} · reflection · written {day} {time} · changed {day} {later}
        tags    pace, voice
        on      2026-11-20
        mood    3
        people  Ann
        happened
        I talked far too fast.
        Ann said so.
        desk$ afterwit find fast
        {first}  2026-11-20  reflection  happened: I talked far too fast. Ann said so.  #pace #voice
        desk$ afterwit find nothing-like-it
        # Out of sight, and back.
        desk$ afterwit rm "$first" "$second"
        Deleted {first}: I talked far too fast.
        Deleted {second}: Speak slowly
        desk$ afterwit list
        {third}  {day}  mantra  Breathe
        desk$ afterwit list --deleted
        {second}  {day}  goal  Speak slowly
        {first}  2026-11-20  reflection  I talked far too fast.  #pace #voice
        desk$ afterwit restore "$first"
        Restored {first}: I talked far too fast.
        desk$ afterwit --json list | grep -c '"schema":"afterwit.list/2"'
        2
        desk$ afterwit device list
        {device}  this  {day} {last}  desk
        desk$ afterwit init --recovery-file "$T/again"
        There is a journal in {home} already.
        It was not touched.
        {*}
        [2]
        desk$ ls "$T/again"
        ls: {*}
        [2]
        """#
      ).play(on: stage)
    }
  }

  @Test("Global options stand before the verb or after it")
  func optionsStandAnywhere() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit --home "$T/here" init --name here --recovery-file "$T/recovery"
        ...
        desk$ afterwit --home "$T/here" new mantra 'Again.'
        {id}
        desk$ afterwit list --home "$T/here" --json | cut -c1-43
        {"schema":"afterwit.list/2","id":"{id}{*}
        desk$ afterwit --json --home="$T/here" list | cut -c1-43
        {"schema":"afterwit.list/2","id":"{id}{*}
        desk$ afterwit --json device --home "$T/here" list | grep -c '"name":"here"'
        1
        """#
      ).play(on: stage)
    }
  }

  @Test("Help and version are answers everywhere")
  func helpAndVersion() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit --version
        0.1.0
        desk$ afterwit device list --version
        0.1.0
        desk$ afterwit-relay --version
        0.1.0
        desk$ afterwit sync --help | head -1
        OVERVIEW: Exchanges what is new with the relay, both ways.
        """#
      ).play(on: stage)
    }
  }

  @Test("Text that begins with a dash is prose")
  func dashes() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit new reflection -- '- bought milk'
        {first}
        desk$ afterwit show "$first" --field happened
        - bought milk
        desk$ afterwit edit "$first" --text '-5 apples' --set outcome=-1 --append=-x
        --text, --append and - exclude each other.
        ...
        [2]
        desk$ afterwit edit "$first" --text '-5 apples' --set 'outcome=-1 = less'
        Changed {first}: {*}
        desk$ afterwit show "$first" --field happened
        -5 apples
        desk$ afterwit show "$first" --field outcome
        -1 = less
        desk$ afterwit new reflection --title '--help' --tag -h
        {second}
        desk$ afterwit show "$second" --field title
        --help
        """#
      ).play(on: stage)
    }
  }

  @Test("A noun alone shows what there is, wherever the home is named")
  func nouns() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit device | grep -c 'this .* desk'
        1
        desk$ afterwit --home "$AFTERWIT_HOME" device | grep -c 'this .* desk'
        1
        desk$ afterwit draft
        desk$ afterwit --home "$AFTERWIT_HOME" draft
        desk$ afterwit store | head -2
        file      sound
        view      sound
        desk$ afterwit review
        No review is open.
        """#
      ).play(on: stage)
    }
  }

  @Test("A reader that closes its pipe early is no failure")
  func closedPipe() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit new mantra 'Again.' >/dev/null
        desk$ (afterwit list; echo "$?" >"$T/code") | true; cat "$T/code"
        0
        desk$ afterwit list >/dev/full
        The output cannot be written: No space left on device.
        ...
        [1]
        """#
      ).play(on: stage)
    }
  }
}
