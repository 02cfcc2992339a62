import AfterwitProcesses
import Testing

@Suite("New entries", .hangLimit)
struct NewTests {
  @Test("A note needs no quotes and no decision, and occasions are reflections")
  func words() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit note They asked about queues and I went blank
        {note}
        desk$ afterwit show "$note" | tail -n +3
        occasion  note
        happened
        They asked about queues and I went blank
        desk$ afterwit new interview The first talk --on 2026-11-20 --org Acme --role 'backend engineer' --stage phone --mood 3 --people Ana --people Ben --tag onsite
        {first}
        desk$ afterwit new rejection They went with someone else. --org Acme --after "$first" --support Sam --private
        {second}
        desk$ afterwit show "$second" --json | grep -o '"fields":{[^}]*}'
        {*}"after":"{*}"organisation":"Acme"{*}
        desk$ afterwit show "$second" | grep -E 'private|occasion|support'
        private       true
        occasion      rejection
        support       Sam
        desk$ afterwit add "$second" lack 'Queues' --set kind=skill
        {lack}
        desk$ afterwit new goal Build one queue --from "$lack" --from "$second"
        {goal}
        desk$ afterwit show "$goal" --field from | cut -c1-8 | sort | xargs; printf '%s\n' "$lack" "$second" | sort | xargs
        {a} {b}
        {a} {b}
        desk$ afterwit new mantra 'I prepare,' then I let go. --from "$second"
        {mantra}
        desk$ afterwit show "$mantra" --field words
        I prepare, then I let go.
        """#
      ).play(on: stage)
    }
  }

  @Test("Without words, what is sent is read; with options alone, the entry is made as it is")
  func sent() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ printf 'Line one.\nLine two.\n' | afterwit note --org Acme
        {note}
        desk$ afterwit show "$note" --field happened
        Line one.
        Line two.
        desk$ printf 'From a file.\n' >"$T/text"; afterwit new win <"$T/text"
        {win}
        desk$ afterwit show "$win" --field happened
        From a file.
        desk$ printf '' | afterwit new interview --org Globex --on 2027-01-05
        {ahead}
        desk$ afterwit show "$ahead" | tail -n +3
        occasion      interview
        on            2027-01-05
        organisation  Globex
        desk$ printf '' | afterwit note
        There is nothing to write down.
        No entry was made.
        {*}
        [2]
        desk$ printf 'caf\351' | afterwit note
        What came through stdin is not UTF-8.
        The text is kept in {*}
        {*}
        [2]
        """#
      ).play(on: stage)
    }
  }

  @Test("At a terminal, what was kept is said beside the id")
  func said() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ script -qec 'afterwit note Words' /dev/null | tr -d '\r'
        {id}
        Kept. Only this machine has it.
        More, when you like: afterwit edit @          Take it back: afterwit undo
        desk$ script -qec 'afterwit new interview --org Globex --on 2999-01-05' /dev/null | tr -d '\r' | sed -n 2p
        Kept for Saturday 5 January 2999. Only this machine has it.
        """#
      ).play(on: stage)
    }
  }
}
