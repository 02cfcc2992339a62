import AfterwitProcesses
import Testing

/// Ways in which what is derived from the envelopes is wrong, as SQL that SQLite has nothing against.
struct DerivedDamage: Sendable, CustomTestStringConvertible {
  let sql: String

  var testDescription: String { sql }

  static let all = [
    "UPDATE entry SET hash = zeroblob(32)", "UPDATE entry SET kind = 'goal'",
    "UPDATE entry SET created = created + 1", "DELETE FROM facet", "DELETE FROM search",
    "UPDATE search SET words = 'other'", "DELETE FROM entry_view",
    "INSERT INTO open_part VALUES (1, 0, zeroblob(9))",
    "UPDATE entry_view SET view = (SELECT view FROM entry_view ORDER BY entry DESC LIMIT 1)",
    "DELETE FROM tip", "DELETE FROM head",
    "UPDATE presence SET state = (SELECT state FROM presence ORDER BY entry DESC LIMIT 1)",
    "UPDATE field SET state = (SELECT state FROM field WHERE name = 'words' LIMIT 1) WHERE name = 'words'",
    "UPDATE change SET body = zeroblob(4)", "DELETE FROM text_event",
    "UPDATE envelope SET standing = 2 WHERE kind = 1",
  ].map(DerivedDamage.init)
}

@Suite("Damage that SQLite does not see", .hangLimit)
struct HiddenDamageTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new mantra 'The first.'
      {first}
      desk$ afterwit new mantra 'The second.'
      {second}
      """#
    ).play(on: stage)
  }

  /// The same, with a tag and a second change of a text, and what is shown of it.
  private static let full = Scene(after: begin) { stage, ids in
    try await Transcript(
      #"""
      desk$ afterwit tag "$first" calm
      Changed {first}: {*}
      desk$ afterwit edit "$first" --append 'And more.'
      Changed {first}: {*}
      desk$ afterwit status --all | grep -E 'digest|held'
      digest       {digest}
      held         {held}
      desk$ afterwit show "$first" >"$T/first"
      desk$ afterwit store check | sed -n 2p
      view      sound
      """#
    ).play(on: stage, knowing: ids)
  }

  @Test(
    "What is derived is compared with what the changes give, and made anew",
    arguments: DerivedDamage.all)
  func derived(_ damage: DerivedDamage) async throws {
    try await Self.full.play { stage, words in
      try StoreProbe.write(damage.sql, to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit store check >"$T/check"
        What is shown is not what the changes give.
        {*} envelopes and the device's keys are intact; nothing was changed.
        Type: afterwit store salvage
        [1]
        desk$ head -2 "$T/check"
        file      sound
        view      not what the changes give
        desk$ afterwit store check --json 2>/dev/null | tr ',' '\n' | grep -E 'sound|view'
        "sound":false
        "view":false
        desk$ afterwit store salvage
        0 envelopes were taken into the journal's file.
        What is shown was derived anew from all that it holds.
        desk$ afterwit store check | head -2
        file      sound
        view      sound
        desk$ afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        desk$ afterwit show "$first" | cmp - "$T/first"
        desk$ afterwit find first
        {first}{*}The first. And more.  #calm
        desk$ ls "$AFTERWIT_HOME"
        journal.sqlite
        lock
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test(
    "A view that is gone or cut short is damage to whoever reads it, not an entry less",
    arguments: [
      "DELETE FROM entry_view WHERE entry = 1",
      "UPDATE entry_view SET view = substr(view, 1, 9) WHERE entry = 1",
    ])
  func views(_ damage: String) async throws {
    try await Self.begin.play { stage, words in
      try StoreProbe.write(damage, to: "desk", on: stage)
      for command in ["list", "find first", #"show "$first""#] {
        try await Transcript(
          """
          desk$ afterwit \(command)
          The journal's file cannot be used: {*}
          The file was left as it is.
          To see what is intact, type: afterwit store check
          [1]
          """
        ).play(on: stage, knowing: words)
      }
    }
  }

  @Test(
    "A line of a review that is gone, cut short or another's is damage, not a review less",
    arguments: [
      ("DELETE FROM open_part", true),
      ("UPDATE open_part SET line = substr(line, 1, 40)", true),
      (
        "UPDATE open_part SET line = (SELECT line FROM open_part ORDER BY entry DESC LIMIT 1)",
        false
      ),
    ])
  func lines(_ damage: String, isSeen: Bool) async throws {
    try await ReviewScene.met.play { stage, words in
      try StoreProbe.write(damage, to: "desk", on: stage)
      if isSeen {
        try await Transcript(
          """
          desk$ afterwit review
          The journal's file cannot be used: {*}
          The file was left as it is.
          To see what is intact, type: afterwit store check
          [1]
          """
        ).play(on: stage, knowing: words)
      }
      try await Transcript(
        #"""
        desk$ afterwit store check 2>/dev/null | head -2
        file      sound
        view      not what the changes give
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("What lies where a new entry goes is damage; the text is kept, and nothing half written")
  func leftovers() async throws {
    try await Self.begin.play { stage, _ in
      let words = try await Transcript(
        #"""
        desk$ afterwit status --all | grep held
        held         {held}
        """#
      ).play(on: stage)
      try StoreProbe.write(
        "INSERT INTO search (rowid, words) SELECT max(rowid) + 1, 'other' FROM entry",
        to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit new mantra 'The third.'
        The journal's file cannot be used: {*}
        The text is kept in {*}.
        To see what is intact, type: afterwit store check {*}
        [1]
        desk$ afterwit status --all 2>/dev/null | grep held
        held         {held}
        """#
      ).play(on: stage, knowing: words)
    }
  }

  /// What makes the payload of the last envelope but one another one.
  private static let breakLastButOne = """
    UPDATE envelope
    SET bytes = CAST(substr(bytes, 1, 400) || zeroblob(8) || substr(bytes, 409) AS BLOB)
    WHERE sequence = (SELECT max(sequence) - 1 FROM envelope)
    """

  @Test(
    "A change of one's own that is damaged: sync names this machine, and exchanges the rest (AW-SYNC-22)"
  )
  func unsent() async throws {
    try await Scene.paired.play { stage, _ in
      try await stage.sync("laptop", "desk")
      let words = try await Transcript(
        #"""
        desk$ afterwit new mantra 'Whole.'
        {whole}
        desk$ afterwit new mantra 'Broken.'
        {broken}
        desk$ afterwit new mantra 'Behind it.'
        {behind}
        laptop$ afterwit new mantra 'From the laptop.'
        {there}
        """#
      ).play(on: stage)
      try await stage.sync("laptop")
      try StoreProbe.write(Self.breakLastButOne, to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit sync
        1 came, 1 went, 2 still to go.
        1 change in this machine's own file is damaged and cannot be sent.
        Everything else was exchanged, but for what follows in the same log.
        Type: afterwit store check, then: afterwit store salvage
        [1]
        desk$ afterwit show "$there" --field words
        From the laptop.
        laptop$ afterwit sync 2>/dev/null
        laptop$ afterwit show "$whole" --field words
        Whole.
        desk$ afterwit store check 2>/dev/null | grep lost
        lost      1 envelopes or more
        desk$ afterwit store salvage 2>&1 | grep -c words
        1
        desk$ afterwit sync
        {*}relay and device hold the same.
        ...
        desk$ afterwit sync
        0 came, 0 went; relay and device hold the same.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A row that is gone without a trace: what stands behind it is kept as words")
  func goneRow() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ for n in $(seq 6); do afterwit new mantra "Number $n."; done >/dev/null
        """#
      ).play(on: stage)
      try StoreProbe.write("DELETE FROM envelope WHERE number = 5; VACUUM", to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit store salvage
        4 envelopes were taken into the journal's file.
        The damaged file is kept in {aside}.
        3 intact ones wait for others that are lost here.
        Their words are kept in {words}.
        Set a relay that has them: afterwit relay set URL, then: afterwit sync
        desk$ afterwit list | wc -l
        2
        # Once more there is nothing to do, and no further copy is made.
        desk$ afterwit store salvage 2>&1 | grep kept
        [1]
        desk$ ls "$AFTERWIT_HOME" | grep -c damaged
        1
        desk$ afterwit store check | head -2
        file      sound
        view      sound
        """#
      ).play(on: stage)
    }
  }
}
