import AfterwitProcesses
import Testing

@Suite("Two devices and a relay", .hangLimit)
struct TwoDevicesTests {
  @Test("Offline edits of sentences, fields, tags and moods on both come together on both")
  func merging() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new reflection 'I came late. I talked too fast. I left early.' --title Onsite
        {id}
        desk$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit show "$id" --field happened
        I came late. I talked too fast. I left early.
        # Both write apart.
        desk$ afterwit edit "$id" --text 'I came ten minutes late. I talked too fast. I left early.' --set mood=2 --set role=engineer
        Changed {id}: {*}
        desk$ afterwit tag "$id" pace
        Changed {id}: {*}
        desk$ afterwit new goal 'Leave home earlier'
        {goal}
        laptop$ afterwit edit "$id" --text 'I came late. I talked too fast. I left early, and said no thanks.' --set stage=onsite --set mood-after=4
        Changed {id}: {*}
        laptop$ afterwit tag "$id" manners
        Changed {id}: {*}
        laptop$ afterwit new mantra 'There is time.'
        {mantra}
        # And meet again: twice, so that each has what the other sent.
        desk$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit sync
        {*}relay and device hold the same.
        desk$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit sync
        {*}relay and device hold the same.
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked too fast. I left early, and said no thanks.
        laptop$ afterwit show "$id" --field happened
        I came ten minutes late. I talked too fast. I left early, and said no thanks.
        laptop$ afterwit show "$id"
        Onsite
        {*}
        tags        manners, pace
        role        engineer
        stage       onsite
        mood        2
        mood-after  4
        happened
        {*}
        desk$ afterwit show "$id" --field stage
        onsite
        desk$ afterwit show "$id" --field tags
        manners
        pace
        desk$ afterwit show "$mantra" --field words
        There is time.
        laptop$ afterwit show "$goal" --field title
        Leave home earlier
        # The same is shown, and the same is held.
        desk$ afterwit status --all | grep -E 'entries|pending|waiting|quarantined|digest|held'
        here         3 entries, no drafts
        pending      0
        waiting      0
        quarantined  0
        digest       {digest}
        held         {held}
        laptop$ afterwit status --all | grep -E 'entries|pending|waiting|quarantined|digest|held'
        here         3 entries, no drafts
        pending      0
        waiting      0
        quarantined  0
        digest       {digest}
        held         {held}
        laptop$ afterwit device list
        {*}  this  {*}  laptop  let in by desk
        {*}        {*}  desk
        """#
      ).play(on: stage)
    }
  }

  @Test("status tells when the relay last answered, and that another has not yet")
  func answered() async throws {
    try await Scene.alone.play { stage, _ in
      try await stage.withRelay { stage in
        try await Transcript(
          #"""
          desk$ afterwit status --json | grep -o '"relayAnswered":[^,]*'
          "relayAnswered":null
          desk$ afterwit relay set "$RELAY" --code "$(afterwit-relay code --data "$T/relay")" 2>/dev/null; afterwit status | grep ^relay
          relay      {url}, has not answered yet
          desk$ afterwit sync 2>/dev/null; afterwit status | grep ^relay
          relay      {url}, last answered today {clock}
          desk$ afterwit status --json | grep -o '"relayAnswered":"[^"]*'
          "relayAnswered":"{moment}
          desk$ afterwit relay set http://127.0.0.1:1 2>/dev/null; afterwit sync 2>/dev/null; afterwit status | grep ^relay
          relay      http://127.0.0.1:1, has not answered yet
          laptop$ code=$(afterwit-relay code --data "$T/relay"); afterwit init --name laptop --relay "$RELAY" --code "$code" --recovery-file "$T/other"
          ...
          laptop$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/tower" device join --yes 2>/dev/null
          tower$ afterwit status | grep ^relay
          relay      {url}, last answered today {*}
          """#
        ).play(on: stage)
      }
    }
  }

  @Test("Both screens show the same four words")
  func fourWords() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ grep '^    ' "$T/desk.words"
            {one} {two} {three} {four}
        desk$ grep '^    ' "$T/laptop.words"
            {one} {two} {three} {four}
        """#
      ).play(on: stage)
    }
  }

  @Test("A deletion and an edit that had not seen it: the edit keeps the entry in sight")
  func deletion() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new reflection 'Seen by both.'
        {id}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit rm "$id"
        Deleted {id}: {*}
        laptop$ afterwit edit "$id" --append 'And not forgotten.'
        Changed {id}: {*}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit list 2>/dev/null
        {id}  {*}Seen by both.  1 review
        desk$ afterwit status --all | grep digest
        digest       {digest}
        laptop$ afterwit status --all | grep digest
        digest       {digest}
        """#
      ).play(on: stage)
    }
  }

  @Test("A relay that is gone hinders nothing; one that returns on its port gets everything")
  func restart() async throws {
    try await Scene.paired.play { _ in
    } then: { stage, port in
      try await Transcript(
        #"""
        desk$ afterwit new reflection 'Written while the relay slept.'
        {id}
        desk$ afterwit sync --timeout 1
        {*}
        {*}
        {*}
        [4]
        """#
      ).play(on: stage)
      try await stage.withRelay(listen: "127.0.0.1:\(port)") { stage in
        try await Transcript(
          #"""
          desk$ afterwit sync
          {*}relay and device hold the same.
          laptop$ afterwit sync
          {*}relay and device hold the same.
          laptop$ afterwit list
          {*}  Written while the relay slept.
          """#
        ).play(on: stage)
      }
    }
  }

  @Test("init without the relay's consent leaves the journal standing, and sync tries again")
  func refusedCode() async throws {
    try await Stage.withRelay { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --relay "$RELAY" --code awc1-wrong --recovery-file "$T/recovery"
        ...
        [6]
        desk$ afterwit new reflection 'It stands.'
        {id}
        desk$ afterwit sync
        {*}
        {*}
        {*}afterwit relay set {url} --code CODE{*}
        [6]
        desk$ afterwit relay set "$RELAY" --code "$(afterwit-relay code --data "$T/relay")"
        ...
        desk$ afterwit sync
        {*}relay and device hold the same.
        desk$ afterwit status --all | grep pending
        pending      0
        """#
      ).play(on: stage)
    }
  }
}
