import AfterwitProcesses
import Testing

/// Ways in which a database file is damaged, as lines of shell on `$F`.
struct Damage: Sendable, CustomTestStringConvertible {
  let name: String
  let line: String

  var testDescription: String { name }

  static let all = [
    Damage(
      name: "the header is garbage",
      line: #"head -c 100 /dev/urandom | dd of="$F" conv=notrunc 2>/dev/null"#),
    Damage(name: "the file was cut in half", line: #"truncate -s $(($(wc -c <"$F") / 2)) "$F""#),
    Damage(
      name: "pages in the middle are zeros",
      line: #"head -c 49152 /dev/zero | dd of="$F" bs=4096 seek=18 conv=notrunc 2>/dev/null"#),
    Damage(
      name: "every seventh page is garbage",
      line: #"n=8; while [ $((n * 4096)) -lt $(wc -c <"$F") ]; do "#
        + #"head -c 4096 /dev/urandom | dd of="$F" bs=4096 seek=$n conv=notrunc 2>/dev/null; "#
        + #"n=$((n + 7)); done"#),
  ]
}

@Suite("A damaged store", .hangLimit)
struct SalvageTests {
  /// Twelve entries of the desk at the relay, one of them long, and two that only the desk has.
  private static let begin = Scene(after: .paired) { stage, _ in
    try await Transcript(
      #"""
      desk$ for n in $(seq 12); do afterwit new mantra "Number $n."; done >/dev/null
      desk$ head -c 30000 /dev/urandom | base64 | tee "$T/long" | afterwit new reflection -
      {long}
      desk$ afterwit sync 2>/dev/null
      laptop$ afterwit sync 2>/dev/null
      desk$ afterwit new mantra 'Not sent yet.'
      {unsent}
      desk$ afterwit status --all | grep -E 'digest|held'
      digest       {digest}
      held         {held}
      desk$ cp "$AFTERWIT_HOME/journal.sqlite" "$T/sound"
      """#
    ).play(on: stage)
  }

  @Test(
    "It is said what is intact; salvage and sync bring everything back that exists anywhere",
    arguments: Damage.all)
  func damaged(_ damage: Damage) async throws {
    try await Self.begin.play { stage, words in
      let outcome = try await stage.run(
        #"F="$AFTERWIT_HOME/journal.sqlite"; "# + damage.line + #"; cp "$F" "$T/damaged""#,
        at: "desk")
      #expect(outcome.code == 0, "\(outcome.talk)")
      try await Transcript(
        #"""
        desk$ afterwit store check >"$T/check" 2>"$T/talk"
        [1]
        desk$ head -2 "$T/check"
        file      damaged
        keys      there
        desk$ cat "$T/talk"
        The journal's file is damaged.
        {*} envelopes and the device's keys are intact; nothing was changed.
        Type: afterwit store salvage
        desk$ afterwit store check --json 2>/dev/null | cut -c1-63
        {"schema":"afterwit.store/1","sound":false,"keys":true,"intact"
        desk$ afterwit list >"$T/list" 2>&1 || wc -l <"$T/list"
        ...
        desk$ afterwit store salvage
        {*} envelopes were taken into the journal's file.
        The damaged file is kept in {aside}.
        ...
        desk$ cmp "$aside" "$T/damaged"
        desk$ stat -c %a "$AFTERWIT_HOME/journal.sqlite" "$aside"
        600
        600
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit store salvage 2>/dev/null
        desk$ afterwit sync
        {*}relay and device hold the same.
        desk$ afterwit store check | head -1
        file      sound
        desk$ afterwit show "$long" --field happened | cmp - "$T/long"
        desk$ afterwit list | grep -c Number
        12
        desk$ afterwit new mantra 'It goes on.'
        {new}
        desk$ afterwit sync
        {*}relay and device hold the same.
        """#
      ).play(on: stage, knowing: words)
      #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok")
    }
  }

  @Test(
    "A file of which nothing is left, and one whose keys are gone: join anew, bring the rest in")
  func keysGone() async throws {
    try await Self.begin.play { stage, words in
      try StoreProbe.write("DELETE FROM property; VACUUM", to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit store check 2>&1 | grep -E 'keys|Type'
        keys      gone
        {*} envelopes are intact, the device's keys are gone; nothing was changed.
        Type: afterwit store salvage
        desk$ head -c 40 /dev/urandom | dd of="$AFTERWIT_HOME/journal.sqlite" conv=notrunc 2>/dev/null
        desk$ afterwit store salvage
        The device's keys are gone from {file}.
        The file was left as it is; {*} envelopes in it are intact.
        Join anew with --home NEW (on another machine: afterwit device invite), then type: afterwit --home NEW store salvage --from {home}
        [6]
        laptop$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/new" device join --name new --yes 2>/dev/null
        new$ afterwit sync 2>/dev/null
        new$ afterwit show "$unsent" 2>/dev/null
        [9]
        new$ afterwit store salvage --from "$home"
        1 envelope was taken into the journal's file.
        Before you write, type: afterwit sync
        new$ afterwit sync
        {*}relay and device hold the same.
        new$ afterwit show "$unsent" --field words
        Not sent yet.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Without a relay, what cannot join the journal any more is kept as words")
  func alone() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ for n in $(seq 20); do afterwit new mantra "Number $n."; done >/dev/null
        desk$ afterwit store check
        file      sound
        view      sound
        keys      there
        intact    22 envelopes
        joined    22 envelopes, each with those before it
        readable  21 changes
        lost      0
        desk$ afterwit store salvage
        0 envelopes were taken into the journal's file.
        What is shown was derived anew from all that it holds.
        desk$ ls "$AFTERWIT_HOME"
        journal.sqlite
        lock
        """#
      ).play(on: stage)
      // The row of one envelope in the middle of the log goes, and the file no longer says so.
      try StoreProbe.write(
        "DELETE FROM envelope WHERE number = 12; VACUUM", to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit store check 2>/dev/null | tail -1
        lost      1 envelopes or more
        """#
      ).play(on: stage)
      _ = try await stage.run(
        #"printf 'gone' | dd of="$AFTERWIT_HOME/journal.sqlite" conv=notrunc 2>/dev/null"#,
        at: "desk")
      try await Transcript(
        #"""
        desk$ afterwit store salvage
        11 envelopes were taken into the journal's file.
        The damaged file is kept in {aside}.
        10 intact ones wait for others that are lost here.
        Their words are kept in {words}.
        Set a relay that has them: afterwit relay set URL, then: afterwit sync
        desk$ grep -c '^Number' "$words"
        10
        desk$ afterwit list | wc -l
        9
        desk$ afterwit draft list | wc -l
        1
        """#
      ).play(on: stage)
    }
  }
}
