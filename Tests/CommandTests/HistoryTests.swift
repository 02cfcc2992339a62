import AfterwitProcesses
import Testing

@Suite("The history of an entry", .hangLimit)
struct HistoryTests {
  private static let written = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new interview 'They asked about queues.' --org Acme
      {id}
      desk$ afterwit tag "$id" hr 2>/dev/null
      desk$ afterwit add "$id" question 'Why us?'
      {item}
      desk$ afterwit edit "$id" --text 'They asked about long queues.' --set mood=2 2>/dev/null
      desk$ afterwit rm "$id" 2>/dev/null
      desk$ afterwit restore "$id" 2>/dev/null
      desk$ afterwit edit "$item" --set 'said=I asked back.' 2>/dev/null
      """#
    ).play(on: stage)
  }

  @Test("Each change is a line: number, time, machine, and what it did; newest last")
  func lines() async throws {
    try await Self.written.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit history "$id"
        1  {*}  this machine  new reflection, {*}
        2  {*}  this machine  tags +hr
        3  {*}  this machine  questions {*} added
        4  {*}  this machine  happened, mood 2
        5  {*}  this machine  removed
        6  {*}  this machine  brought back
        7  {*}  this machine  questions {*} said
        desk$ afterwit history "$id" --field mood
        4  {*}  this machine  happened, mood 2
        desk$ afterwit history "$item"
        3  {*}  this machine  questions {*} added
        7  {*}  this machine  questions {*} said
        desk$ afterwit history "$id" 2
        2  {*}  this machine  tags +hr
        desk$ afterwit history "$id" --json | python3 -c 'import json,sys; print([(d["number"], d["fields"]) for d in map(json.loads, sys.stdin)][1:5])'
        [(2, ['tags']), (3, ['questions']), (4, ['happened', 'mood']), (5, [])]
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("An entry, a field and an item are shown as they were, by number and by time")
  func past() async throws {
    try await Self.written.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit show "$id" --at 3 --field happened
        They asked about queues.
        desk$ afterwit show "$id" --at 5 | sed -n 2p
        {*} · deleted · version 5 of 7
        desk$ afterwit show "$id" --at 2 | grep -c 'Why us' || true
        0
        desk$ afterwit show "$item" --at 6 | grep -c 'said' || true
        0
        desk$ afterwit show "$id" --at tomorrow --field happened
        They asked about long queues.
        desk$ at=$(afterwit history "$id" 3 --json | sed 's/.*"at":"\([^"]*\)".*/\1/'); afterwit show "$id" --at "$at" --json | grep -o '"version":[0-9]*'
        "version":3
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Each line is whose most of it is")
  func blame() async throws {
    try await Scene.paired.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ afterwit new note "$(printf 'One line.\n\nTwo lines.\nThree.')"
        {id}
        """#
      ).play(on: stage)
      try await stage.sync("desk", "laptop")
      _ = try await Transcript(
        #"""
        laptop$ printf 'One line.\n\nTwo lines, of which most is new.\nThree!' | afterwit edit "$id" - 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("laptop", "desk")
      _ = try await Transcript(
        #"""
        desk$ afterwit show "$id" --field happened --blame
        1  this machine  {*}  One line.
        1  this machine  {*}
        2  laptop        {*}  Two lines, of which most is new.
        1  this machine  {*}  Three!
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A version is brought back by a change on top, and a counter stays")
  func restore() async throws {
    try await Self.written.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit history "$id" 3 --restore
        Brought back version 3 in {*}
        desk$ afterwit history "$id" 3 --restore
        It is as in version 3 already: nothing was changed in {*}
        desk$ afterwit show "$id" --field happened
        They asked about queues.
        desk$ afterwit history "$id" 8
        8  {*}  this machine  happened, mood cleared, questions {*} said
        desk$ afterwit history "$id" 7 --restore --field mood
        Brought back mood of version 7 in {*}
        desk$ afterwit show "$id" --field mood
        2
        desk$ afterwit new mantra 'I prepare.'
        {mantra}
        desk$ afterwit recite "$mantra" >/dev/null 2>&1
        desk$ afterwit edit "$mantra" --text 'I prepare twice.' 2>/dev/null
        desk$ afterwit history "$mantra" 1 --restore
        Brought back version 1 in {*}
        recited stays at 1: what was counted was done.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Between two versions every field that differs is told, with its words marked")
  func difference() async throws {
    try await Self.written.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit diff "$id" 1..4
        {*}
        version 1 (this machine, {*}) to version 4 (this machine, {*})
        tags  {*}hr{*}
        mood  (nothing) → 2
        happened
            They asked about {*}long {*}queues.
        questions {*}  came: Why us?
        desk$ afterwit diff "$id" ..5 | tail -n +3
        reflection  removed
        desk$ afterwit diff "$item" | tail -n +3
        questions {*} said
            {*}I asked back.{*}
        desk$ afterwit diff "$id" 4..6 | tail -n +3
        Nothing differs.
        desk$ afterwit diff "$id" 0..2 --field tags --json | grep -o '"parts".*'
        "parts":[{"field":"tags","item":null,"item-field":null,"turn":"changed","before":null,"after":["hr"]}]}
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test(
    "What cannot be meant is refused in three lines, and nothing is changed",
    arguments: [
      BadInput("afterwit history qqqqqqqq", 9, "qqqqqqqq"),
      BadInput("afterwit history \"$id\" --field nonsense", 2, "nonsense"),
      BadInput("afterwit history \"$id\" 12", 9, "version 12"),
      BadInput("afterwit history \"$id\" someday", 2, "someday"),
      BadInput("afterwit history \"$id\" --restore", 2, "version"),
      BadInput("afterwit history \"$id\" 12 --restore", 9, "version 12"),
      BadInput("afterwit history \"$id\" 0 --restore", 9, "version 0"),
      BadInput("afterwit history \"$id\" 2 --restore --field nonsense", 2, "nonsense"),
      BadInput("afterwit history \"$item\" 2 --restore", 9, "item"),
      BadInput("afterwit show \"$id\" --blame --at 2", 2, "now"),
      BadInput("afterwit show \"$id\" --blame --field mood", 2, "mood"),
      BadInput("afterwit show \"$id\" --blame --field nonsense", 2, "nonsense"),
      BadInput("afterwit why qqqqqqqq", 9, "qqqqqqqq"),
      BadInput("afterwit why \"$id.nonsense\"", 2, "nonsense"),
      BadInput("afterwit why \"$item.nonsense\"", 2, "nonsense"),
      BadInput("afterwit diff \"$id\" 5..2", 2, "5..2"),
      BadInput("afterwit diff \"$id\" 2..2", 2, "2..2"),
      BadInput("afterwit diff \"$id\" 2", 2, "range"),
      BadInput("afterwit diff \"$id\" ..", 2, "range"),
      BadInput("afterwit diff \"$id\" 2..12", 9, "version 12"),
      BadInput("afterwit diff \"$id\" ..0", 9, "version 0"),
      BadInput("afterwit diff \"$id\" 2..someday", 2, "someday"),
      BadInput("afterwit diff \"$id\" --field nonsense", 2, "nonsense"),
      BadInput("afterwit show \"$id\" --at 0", 9, "version 0"),
      BadInput("afterwit show \"$id\" --at 99999999999999999999", 9, "version"),
      BadInput("afterwit show \"$id\" --at 2001-01-01", 9, "2001-01-01"),
      BadInput("afterwit show \"$id\" --at 2001-01-01T25:00", 2, "2001-01-01T25:00"),
      BadInput("afterwit show \"$id\" --at 2001-02-30", 2, "2001-02-30"),
      BadInput("afterwit show \"$id\" --at 03/04/2026", 2, "03/04/2026"),
      BadInput("afterwit show \"$id\" --at ''", 2, "neither"),
      BadInput("afterwit show \"$id\" --at 2 --field nonsense", 2, "nonsense"),
      BadInput("afterwit show \"$item\" --at 2", 9, "in no list yet"),
    ])
  func refusals(_ bad: BadInput) async throws {
    try await Self.written.play { stage, words in
      try await BadInputTests.expectRefusal(bad, on: stage, knowing: words)
    }
  }
}
