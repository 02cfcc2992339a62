import AfterwitProcesses
import Testing

/// What a backup holds, and what becomes of it on another machine.
@Suite("A backup", .hangLimit)
struct BackupTests {
  /// Two machines, what both have and what only the desk has, a draft, and a backup of the desk.
  private static let begin = Scene(after: .paired) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new interview 'They asked about queues.' --org Acme --tag onsite
      {interview}
      desk$ afterwit new goal 'Ask who waits.'
      {goal}
      desk$ afterwit sync 2>/dev/null
      laptop$ afterwit sync 2>/dev/null
      desk$ afterwit new mantra 'Not sent yet.'
      {unsent}
      desk$ EDITOR='f() { echo Half a thought. >"$1"; kill -9 $$; }; f' afterwit edit "$goal" --field why >/dev/null 2>&1; afterwit draft list | wc -l
      1
      desk$ echo 'a long passphrase' | afterwit backup make "$T/b"
      “{*}/b” holds 3 entries, {*} changes and 1 draft.
      The passphrase opens it, and nothing else: without it, it is lost.
      To be sure of it, type: afterwit backup check {*}/b
      desk$ stat -c %a "$T/b"; ls -A "$T" | grep -c part
      600
      0
      [1]
      """#
    ).play(on: stage)
  }

  @Test("opens with its passphrase, is proven whole, and status says when [AW-BACKUP-3]")
  func check() async throws {
    try await Self.begin.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit status | grep backup
        backup     made today {*}, not checked yet   afterwit backup check FILE
        desk$ echo 'a long passphrase' | afterwit backup check "$T/b"
        “{*}/b” opens, and is whole: 3 entries, {*} changes and 1 draft.
        It was made on {day} {*}; its newest change is of {day} {*}.
        desk$ afterwit status | grep backup
        backup     made today {*}, checked today {*}
        desk$ afterwit status --json | grep -o '"restored":[a-z]*,"backup":{"made":"20'
        "restored":null,"backup":{"made":"20
        desk$ echo 'a long passphrase' | afterwit backup check "$T/b" --json | grep -o '"entries":[0-9]*'
        "entries":3
        desk$ echo 'another passphrase' | afterwit backup check "$T/b"
        The passphrase is not the one of “{*}/b”; the file itself is not damaged there.
        Nothing was changed.
        Repeat the command with the other passphrase.
        [6]
        # A machine without a journal checks it as well.
        nowhere$ echo 'a long passphrase' | afterwit backup check "$T/b" | wc -l; ls "$AFTERWIT_HOME" 2>&1 | grep -c 'No such'
        2
        1
        """#
      ).play(on: stage)
    }
  }

  @Test(
    "restored, it reads at once, keeps what is written, and joins as a new device [AW-BACKUP-7]")
  func restored() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        attic$ echo 'a long passphrase' | afterwit backup restore "$T/b"
        Here is what was there on {*}: 3 entries, {*} changes and 1 draft.
        This machine reads it, and is no device of the journal yet. To write, type:
            afterwit device join < line          (the line that device invite shows elsewhere)
            afterwit recover URL                 (where no other machine is left)
        attic$ afterwit list | wc -l; afterwit show "$unsent" --field words; afterwit find queues | wc -l; afterwit export | wc -l
        3
        Not sent yet.
        1
        3
        attic$ afterwit store check | head -3
        file      sound
        view      sound
        keys      there
        attic$ afterwit new mantra 'Typed too early.'
        This machine holds a restored backup, and is no device of the journal yet.
        The text is kept in {*}.
        Type: afterwit device join < line. Or, by the paper: afterwit recover URL. Or: afterwit draft recover {early}
        [6]
        attic$ afterwit tag "$goal" later 2>&1 | head -1
        This machine holds a restored backup, and is no device of the journal yet.
        attic$ afterwit sync 2>&1 | head -1
        No relay is set for this home.
        attic$ afterwit relay set "$RELAY" 2>/dev/null; afterwit sync; afterwit device invite --yes
        This machine holds a restored backup, and is no device of the journal yet.
        Nothing was changed.
        Type: afterwit device join < line. Or, by the paper: afterwit recover URL.
        This machine holds a restored backup, and is no device of the journal yet.
        Nothing was changed.
        Type: afterwit device join < line. Or, by the paper: afterwit recover URL.
        [6]
        attic$ afterwit status | head -2
        restored   a backup of today {*}; this machine only reads   afterwit device join < line
        here       3 entries, 3 drafts   afterwit draft list
        # What went on elsewhere since: an edit, a deletion, an entry.
        laptop$ afterwit rm "$interview" 2>/dev/null; afterwit new note 'Written since.' >/dev/null; afterwit sync 2>/dev/null
        laptop$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/attic" device join --name attic --yes 2>&1 | tail -2
        This machine is in, as attic. Type: afterwit sync
        What was written here before is kept: afterwit draft list
        attic$ afterwit sync 2>/dev/null; afterwit list | wc -l; afterwit list | grep -c queues
        3
        0
        [1]
        attic$ afterwit draft recover "$early" 2>/dev/null | wc -c; afterwit draft list | wc -l
        9
        2
        # What has no words is kept as well: the tag that was typed.
        attic$ afterwit draft recover "$(afterwit draft list --json | grep -o 'kept-[a-z0-9]*' | head -1)" 2>&1 | tail -1; afterwit show "$goal" --field tags; afterwit draft list | wc -l
        Changed {goal}: Ask who waits.
        later
        1
        attic$ afterwit status | grep -c restored
        0
        [1]
        attic$ afterwit sync 2>/dev/null
        # The desk is the one that was not saved: what only its backup had has reached the laptop.
        laptop$ afterwit sync 2>/dev/null; afterwit show "$unsent" --field words; afterwit list | grep -c early
        Not sent yet.
        1
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null; afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        attic$ afterwit sync 2>/dev/null; afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        desk$ afterwit sync 2>/dev/null; afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        desk$ afterwit device | wc -l; afterwit review | head -1
        3
        No review is open.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test(
    "A join that is cut off leaves the restored machine as it reads, and can be taken up",
    arguments: [0.2, 0.4, 0.6, 0.9])
  func cutOffJoin(after seconds: Double) async throws {
    try await Self.begin.play { stage, _ in
      let line = #"""
        export D="$AFTERWIT_HOME" AFTERWIT_HOME="$T/attic"
        echo 'a long passphrase' | afterwit backup restore "$T/b" 2>/dev/null
        mkfifo "$T/pipe"; afterwit --home "$D" device invite --yes > "$T/pipe" 2>/dev/null & inviter=$!
        read -r invite < "$T/pipe"
        echo "$invite" | afterwit device join --name attic --yes 2>/dev/null & joiner=$!
        sleep \#(seconds); kill -9 $joiner; sleep 0.5; kill -9 $inviter; wait 2>/dev/null
        afterwit list | wc -l; afterwit draft list | wc -l
        afterwit --home "$D" sync 2>/dev/null
        timeout 5 afterwit device join --name attic --yes < /dev/null 2>/dev/null ||
          timeout 60 afterwit --home "$D" device invite --yes 2>/dev/null | afterwit device join --name attic --yes 2>/dev/null
        afterwit sync 2>/dev/null; afterwit new mantra 'In.' >/dev/null && afterwit sync 2>/dev/null
        afterwit --home "$D" sync 2>/dev/null; afterwit --home "$D" list | wc -l; afterwit --home "$D" device | wc -l
        """#
      let outcome = try await stage.run(line, at: "desk")
      #expect(outcome.output == "3\n1\n4\n3\n", "\(outcome.output)\(outcome.talk)")
    }
  }

  @Test("At a terminal its passphrase is asked for twice, and never shown")
  func typed() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ echo 'for what in "for the backup" "once more"; do until grep -q "$what" "$T/screen"; do sleep 0.1; done; echo "not for any eyes"; done' >"$T/fingers"
        desk$ : >"$T/screen"; sh "$T/fingers" | script -qfec 'afterwit backup make "$T/s"' "$T/screen" >/dev/null; grep -c 'eyes' "$T/screen"; grep -c 'no drafts\|1 draft' "$T/screen"
        0
        1
        desk$ echo 'not for any eyes' | afterwit backup check "$T/s" | wc -l
        2
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("made for the paper, it needs none to be made, and the paper to be opened")
  func paper() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit backup make --paper "$T/p" < /dev/null | wc -l; echo 'a long passphrase' | afterwit backup check "$T/p"
        “{*}/p” holds 3 entries, {*} changes and 1 draft.
        The recovery secret opens it, and nothing else.
        To be sure of it, type: afterwit backup check {*}/p
        0
        This is not a recovery secret, or it has a mistake.
        Nothing was changed.
        It begins with awr1- or awr2-, and has groups of four characters.
        [6]
        desk$ afterwit --home "$T/other" init --recovery-file "$T/other.recovery" 2>/dev/null; afterwit backup check "$T/p" < "$T/other.recovery"
        The recovery secret is not the one of “{*}/p”; the file itself is not damaged there.
        Nothing was changed.
        Repeat the command with the paper of that journal.
        [6]
        attic$ afterwit backup restore "$T/p" < "$T/recovery" 2>/dev/null; afterwit list | wc -l
        3
        # No other machine is left, and the relay never had one of the entries.
        attic$ afterwit recover "$RELAY" --name attic --yes --lost desk --lost laptop < "$T/recovery" >/dev/null 2>&1
        attic$ afterwit sync 2>/dev/null; afterwit show "$unsent" --field words; afterwit new note 'It writes.' | wc -c
        Not sent yet.
        9
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("goes to a home that is free, and its machine to no other journal")
  func otherJournal() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        laptop$ echo 'a long passphrase' | afterwit backup restore "$T/b"
        There is a journal in {*}/laptop already.
        It was not touched.
        Use it, or name another folder with --home.
        [2]
        attic$ mkdir -p "$AFTERWIT_HOME"; echo mine >"$AFTERWIT_HOME/letter"; echo 'a long passphrase' | afterwit backup restore "$T/b" 2>&1 | head -1; ls -A "$AFTERWIT_HOME"
        The folder {*}/attic holds other things, and a journal takes one of its own.
        letter
        cellar$ echo 'a long passphrase' | afterwit backup restore "$T/b" 2>/dev/null; afterwit init --recovery-file "$T/c" 2>&1 | head -1
        There is a journal in {*}/cellar already.
        other$ code=$(afterwit-relay code --data "$T/relay"); afterwit init --relay "$RELAY" --code "$code" --recovery-file "$T/o" 2>/dev/null; timeout 3 afterwit device invite --yes 2>/dev/null | afterwit --home "$T/cellar" device join --yes
        This machine holds a restored backup of another journal.
        Nothing was changed.
        Name another folder with --home NEW.
        [2]
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("is refused where it cannot be: three lines, and nothing is left")
  func refused() async throws {
    try await Self.begin.play { stage, words in
      for (line, code, word) in [
        (#"echo long enough | afterwit backup make "$T/b""#, 2, "already"),
        (#"echo long enough | afterwit backup make "$T""#, 2, "already"),
        (#"echo long enough | afterwit backup make "$T/no/where""#, 1, "no/where"),
        (#"echo short | afterwit backup make "$T/new""#, 2, "8 characters"),
        (#"afterwit backup make "$T/new" </dev/null"#, 2, "passphrase"),
        (#"echo x | afterwit backup check "$T/none""#, 1, "none"),
        (#"echo x | afterwit backup check "$T""#, 1, "directory"),
        (#"echo x | afterwit backup check "$T/recovery""#, 2, "no backup"),
        (#": >"$T/empty"; echo x | afterwit backup check "$T/empty""#, 2, "no backup"),
        (#"afterwit bundle make "$T/b""#, 2, "already"),
        (#"afterwit bundle make "$T/new" --for nobody"#, 9, "nobody"),
        (#"afterwit bundle make "$T/new" --for desk"#, 2, "type on"),
        (#"afterwit bundle take "$T/b""#, 2, "no bundle"),
        (#"afterwit bundle take "$T/none""#, 1, "none"),
        (#"afterwit --home "$T/nobody" backup restore "$T/recovery" </dev/null"#, 2, "no backup"),
        (#"echo wrong | afterwit --home "$T/nobody" backup restore "$T/b""#, 6, "passphrase"),
      ] {
        let outcome = try await stage.run(line, at: "desk")
        #expect(outcome.code == Int32(code), "\(line): \(outcome.talk)")
        #expect(outcome.talkLines.count == 3 && outcome.talk.contains(word), "\(outcome.talk)")
      }
      let left = try await stage.run(
        #"ls -A "$T" | grep -E 'part|new|nobody'; echo 'a long passphrase' | afterwit backup check "$T/b" | wc -l"#,
        at: "desk")
      #expect(left.output == "2\n", "\(left.output)")
    }
  }
}
