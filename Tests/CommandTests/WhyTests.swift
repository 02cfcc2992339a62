import AfterwitProcesses
import Testing

@Suite("Why what stands stands", .hangLimit)
struct WhyTests {
  @Test("What one machine wrote: who, when, and over what")
  func alone() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new note 'It rained.' --tag wet
        {id}
        desk$ afterwit set "$id" mood=2 2>/dev/null
        desk$ afterwit set "$id" mood=3 2>/dev/null
        desk$ afterwit why "$id"
        The entry was begun by this machine on {*} [1].
        tags has wet: added by this machine on {*} [1].
        occasion is note: written by this machine on {*} [1].
        mood is 3: written by this machine on {*} [3], over 2 by this machine on {*} [2].
        happened was last written by this machine on {*} [1].
        desk$ afterwit why "$id.tags"
        tags has wet: added by this machine on {*} [1].
        desk$ afterwit set "$id" mood= 2>/dev/null
        desk$ afterwit why "$id.mood"
        mood is empty: cleared by this machine on {*} [4], over 3 by this machine on {*} [3].
        desk$ afterwit rm "$id" 2>/dev/null
        desk$ afterwit why "$id" | grep removed
        The entry was removed by this machine on {*} [5].
        desk$ afterwit restore "$id" 2>/dev/null
        desk$ afterwit why "$id" | grep back
        The entry was brought back by this machine on {*} [6].
        """#
      ).play(on: stage)
    }
  }

  private static let begin = Scene(after: .three) { stage, _ in
    let words = try await Transcript(
      #"""
      desk$ afterwit new interview 'I talked too fast. They left early.'
      {id}
      desk$ afterwit new mantra 'I prepare.'
      {mantra}
      desk$ afterwit new goal 'One a day'
      {goal}
      desk$ afterwit add "$goal" step 'First'
      {first}
      desk$ afterwit add "$goal" step 'Second'
      {second}
      desk$ afterwit add "$goal" step 'Third'
      {third}
      """#
    ).play(on: stage)
    try await stage.sync("desk", "laptop", "tower")
    return words
  }

  @Test(
    "Three machines wrote at once: the later clock, both woven, what was counted, an item moved")
  func together() async throws {
    try await Self.begin.play { stage, words in
      var words = words
      try await Transcript(
        #"""
        desk$ afterwit set "$id" mood=2 2>/dev/null
        laptop$ afterwit set "$id" mood=4 2>/dev/null
        desk$ afterwit edit "$id" --text 'I talked much too fast. They left early.' 2>/dev/null
        laptop$ afterwit edit "$id" --text 'I talked too fast. They left quite early.' 2>/dev/null
        desk$ afterwit recite "$mantra" >/dev/null 2>&1; afterwit recite "$mantra" >/dev/null 2>&1
        laptop$ afterwit recite "$mantra" >/dev/null 2>&1
        tower$ afterwit recite "$mantra" >/dev/null 2>&1
        desk$ afterwit move "$third" --first 2>/dev/null
        tower$ afterwit move "$third" --before "$second" 2>/dev/null
        desk$ afterwit rm "$second" 2>/dev/null
        laptop$ afterwit edit "$second" --text 'Second, slowly' 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      words = try await Transcript(
        #"""
        desk$ afterwit why "$id.mood"
        mood is 4: 4 by laptop on {*} and 2 by this machine on {*} were written without knowing of each other, and the one whose clock was later is shown. A review is open: afterwit review show {review}
        laptop$ afterwit why "$id.happened"
        happened was last written by {*}; 3 changes by this machine and desk.
        happened was written by {*} without knowing of each other, and the words of all stand together.
        desk$ afterwit why "$mantra.recited"
        recited is 4: counted 2 by this machine, 1 by {*} and 1 by {*}.
        desk$ afterwit why "$third" | grep moved
        steps {*} was moved by tower on {*} and this machine on {*} without knowing of each other; it stands where tower on {*} put it, whose clock was later.
        desk$ afterwit why "$goal" | grep sight
        steps {*} was removed by this machine on {*}, and written in by laptop on {*} without knowing of that: it stays in sight. A review is open: afterwit review show {*}
        desk$ afterwit review resolve "$review" mine >/dev/null 2>&1
        desk$ afterwit why "$id.mood"
        mood is 2: decided by this machine on {*}, between {*} by {*} and {*} by {*}.
        desk$ afterwit why "$id.mood" --json | grep -o '"rule":"[a-z-]*"'
        "rule":"decided"
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
