import AfterwitProcesses
import Testing

@Suite("Reviews on three devices, and answers that meet", .hangLimit)
struct ThreeDevicesTests {
  /// One sentence that all of the machines hold.
  private static let begin = Transcript(
    #"""
    desk$ afterwit new reflection 'I talked too fast.'
    {id}
    desk$ afterwit sync 2>/dev/null
    laptop$ afterwit sync 2>/dev/null
    """#)

  @Test("Three rewrote one word: one review of three sides, which have numbers and no owners")
  func threeSides() async throws {
    try await ReviewScene.apart.play { stage, words in
      var words = words
      try await stage.sync("desk", "laptop", "tower", "desk", "laptop")
      for device in ["desk", "laptop", "tower"] {
        let outcome = try await stage.run("afterwit review list 2>/dev/null", at: device)
        #expect(outcome.output.split(separator: "\n").count == 1, "\(device): \(outcome.output)")
      }
      try await stage.expectAgreement("desk", "laptop", "tower")
      words = try await Transcript(
        #"""
        desk$ afterwit review list
        {review}  I talked {*}  happened  same words  this machine, {*} and {*}, {*}
        Look at one: afterwit review show {review}, or decide one after another: afterwit review next
        desk$ afterwit review show "$review" 2>/dev/null | sed -n 's/^side \([0-9]\) · this machine.*/\1/p'
        {number}
        desk$ afterwit review show "$review" 2>&1 >/dev/null
        Decide: afterwit review resolve {review} side {number} (or side {*}, side {*}, both, base, edit, --text TEXT)
        """#
      ).play(on: stage, knowing: words)
      for word in ["mine", "theirs"] {
        try await BadInputTests.expectRefusal(
          BadInput("afterwit review resolve \"$review\" \(word)", 2, word), on: stage,
          knowing: words)
      }
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$review" mine 2>&1 | grep -c 'side 1'
        1
        desk$ afterwit review show "$review" 2>/dev/null | sed -n 's/^side \([0-9]\) · this machine.*/\1/p'
        {number}
        desk$ afterwit review resolve "$review" side "$number"
        Decided in {id}: I talked too loud.
        happened now reads: I talked too loud.
        No review is open any more.
        desk$ afterwit show "$id" --field happened
        I talked too loud.
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "tower")
      try await stage.expectSettled("I talked too loud.", at: "laptop", "tower", knowing: words)
      try await stage.expectAgreement("desk", "laptop", "tower")
    }
  }

  @Test("A decision against words that were not seen opens again, with what is new")
  func unseen() async throws {
    try await Self.overlap.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$review" mine
        ...
        laptop$ afterwit edit "$id" --text 'I talked without a pause.' 2>/dev/null
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "desk")
      try await Transcript(
        #"""
        desk$ afterwit review list 2>/dev/null
        {review}  {*}  happened  same words  this machine and laptop, {*}
        laptop$ afterwit review list 2>/dev/null
        {review}  {*}  happened  same words  this machine and desk, {*}
        laptop$ afterwit review show "$review" 2>/dev/null | grep -c 'without a pause'
        {*}
        laptop$ afterwit review resolve "$review" --text '- I talked without a pause.'
        ...
        No review is open any more.
        laptop$ afterwit show "$id" --field happened
        - I talked without a pause.
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("laptop", "desk")
      try await Transcript("desk$ afterwit review\nNo review is open.").play(on: stage)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("Two different decisions are one review; two alike are none")
  func twoDecisions() async throws {
    try await Self.overlap.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$review" mine
        ...
        laptop$ afterwit review resolve "$review" mine
        ...
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "desk")
      try await Transcript(
        #"""
        desk$ afterwit review list 2>/dev/null
        {review}  {*}  happened  same words  this machine and laptop, {*}
        laptop$ afterwit review list 2>/dev/null
        {review}  {*}  happened  same words  this machine and desk, {*}
        desk$ afterwit review resolve "$review" mine
        ...
        No review is open any more.
        laptop$ afterwit review resolve "$review" theirs
        ...
        No review is open any more.
        """#
      ).play(on: stage, knowing: words)
      try await stage.sync("desk", "laptop", "desk")
      try await stage.expectSettled("I talked too loud.", at: "desk", "laptop", knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("Both words are kept where both are meant")
  func both() async throws {
    try await Self.overlap.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$review" both
        ...
        No review is open any more.
        desk$ afterwit show "$id" --field happened | grep -cE 'too (loud much|much loud)[.]'
        1
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        laptop$ afterwit review
        No review is open.
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("The same slip put right on both opens no review, and the word stands once")
  func sameCorrection() async throws {
    try await Scene.paired.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ afterwit new reflection 'I tlked too fast.'
        {id}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit edit "$id" --text 'I talked too fast.'
        Changed {id}: {*}
        laptop$ afterwit edit "$id" --text 'I talked too fast.'
        Changed {id}: {*}
        """#
      ).play(on: stage)
      try await stage.sync("desk", "laptop", "desk", "laptop")
      try await stage.expectSettled("I talked too fast.", at: "desk", "laptop", knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  /// One word rewritten on desk and laptop, both of which know it.
  private static let overlap = Scene(after: .paired) { stage, _ in
    let words = try await begin.play(on: stage)
    try await Transcript(
      #"""
      desk$ afterwit edit "$id" --text 'I talked too loud.'
      Changed {id}: {*}
      laptop$ afterwit edit "$id" --text 'I talked too much.'
      Changed {id}: {*}
      """#
    ).play(on: stage, knowing: words)
    try await stage.sync("desk", "laptop", "desk")
    return try await Transcript(
      #"""
      desk$ afterwit review list 2>/dev/null
      {review}  {*}  happened  same words  this machine and laptop, {*}
      """#
    ).play(on: stage, knowing: words)
  }
}
