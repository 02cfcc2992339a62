import AfterwitProcesses
import Testing

@Suite("A full disk", .hangLimit)
struct FullDiskTests {
  /// A home on a file system of its own, of 700 KiB, that is gone when the shell ends.
  private static let smallDisk = #"""
    mount --make-rprivate / && mkdir -p "$T/small" && mount -t tmpfs -o size=700k tmpfs "$T/small" || exit 99
    export AFTERWIT_HOME="$T/small/desk" TMPDIR="$T" XDG_RUNTIME_DIR="$T"

    """#

  private static let newAndEdit = #"""
    afterwit init --name desk --recovery-file "$T/recovery" 2>/dev/null
    # An editor has a text open when the disk fills up.
    first=$(afterwit new mantra 'The first.')
    export other=$(afterwit new mantra 'Another.')
    cat >"$T/fill" <<'END'
    sed -i 's/The first/The very first/' "$1"
    n=0
    while afterwit new mantra "Number $n. $(head -c 900 /dev/zero | tr '\0' x)" >>"$T/ids" 2>"$T/talk"
    do n=$((n + 1)); done
    echo $? >"$T/code"
    cat /dev/zero >"$T/small/ballast" 2>/dev/null
    # The log may have room of its own that it has had before.
    while afterwit edit "$other" --append x >/dev/null 2>&1; do :; done
    { echo Piped.; head -c 100000 /dev/zero | tr '\0' x; } | afterwit new reflection - --tag through 2>"$T/piped"
    true
    END
    EDITOR="sh $T/fill" afterwit edit "$first" --field words 2>"$T/edited"
    echo "edit $?"
    echo "lines $(wc -l <"$T/talk") $(wc -l <"$T/edited")"
    head -1 "$T/talk"; head -1 "$T/edited"
    echo "kept $(grep -c . "$(sed -n 's/.*kept in \(.*\)\.$/\1/p' "$T/talk")")"
    echo "lost $(while read -r id; do afterwit show "$id" --field words >/dev/null || echo "$id"; done <"$T/ids" | wc -l)"
    afterwit show "$first" --field words
    afterwit store check >"$T/check" 2>&1; echo "check $?"
    # Room again: what was kept is recovered from where it was kept.
    rm "$T/small/ballast"; mount -o remount,size=4m "$T/small"
    afterwit draft recover "$(sed -n 's/.*draft recover //p' "$T/talk")" >/dev/null; echo "recover $?"
    afterwit draft recover "$(sed -n 's/.*draft recover //p' "$T/edited")" >/dev/null; echo "recover $?"
    afterwit draft recover "$(sed -n 's/.*draft recover //p' "$T/piped")" >/dev/null; echo "recover $?"
    afterwit list --tag through | sed 's/.*  Piped/Piped/'
    afterwit show "$first" --field words
    afterwit store check | head -1
    """#

  /// A decision is open in an editor when the disk fills up, and others are tried beside it.
  private static let resolve = #"""
    cp -r "$T/desk" "$AFTERWIT_HOME"
    cat >"$T/told" <<'END'
    echo "$1 $2: $(wc -l <"$T/$1") lines, $(head -1 "$T/$1")"
    kept=$(sed -n 's/.*kept in \(.*\)\.$/\1/p' "$T/$1"); [ -z "$kept" ] || sum <"$kept"
    END
    cat >"$T/fill" <<'END'
    echo 'I said what I thought.' >"$1"
    cat /dev/zero >"$T/small/ballast" 2>/dev/null
    afterwit review resolve "$overlap" mine 2>"$T/mine"; sh "$T/told" mine $?
    afterwit undo 2>"$T/undo"; sh "$T/told" undo $?
    afterwit review resolve "$value" --text 5 2>"$T/value"; sh "$T/told" value $?
    afterwit review resolve "$overlap" --text 'I was late, and spoke badly.' 2>"$T/text"; sh "$T/told" text $?
    afterwit review resolve "$overlap" - <"$T/long" 2>"$T/pipe"; sh "$T/told" pipe $?
    END
    EDITOR="sh $T/fill" afterwit review resolve "$overlap" edit 2>"$T/edit" >"$T/out"; code=$?
    cat "$T/out"; sh "$T/told" edit $code
    printf 5 | sum; printf 'I was late, and spoke badly.' | sum; sum <"$T/long"
    echo 'I said what I thought.' | sum
    afterwit review 2>/dev/null | wc -l
    afterwit show "$id" --field mood
    # Room again: what was kept decides what it was meant for.
    rm "$T/small/ballast"; mount -o remount,size=4m "$T/small"
    for name in value text; do
      afterwit draft recover "$(sed -n 's/.*draft recover //p' "$T/$name")" >/dev/null; echo "recover $?"
    done
    afterwit show "$id" --field mood
    afterwit show "$id" --field happened
    afterwit review list 2>/dev/null | sed -E 's/.*  (removed on .*)  .*/\1/'
    afterwit store check | head -1
    """#

  @Test(
    "A review cannot be decided on a full disk: the words are kept, it stays open, and room decides it",
    .enabled("no file system can be mounted here") { await Machinery.mounts() })
  func resolving() async throws {
    try await ReviewScene.met.play { stage, words in
      let long = String(repeating: "A long line of a long text.\n", count: 3000) + "The end."
      try stage.scratch.write(long.utf8, to: "long")
      var talk = try await Self.play(Self.resolve, on: stage, knowing: words)
      // What was kept is what was typed, whole.
      let (kept, typed) = (talk.indices.filter { [3, 5, 7, 9].contains($0) }, 10...13)
      #expect(kept.map { talk[$0] } == typed.map { talk[$0] }, "\(talk)")
      for index in (kept + typed).sorted().reversed() { talk.remove(at: index) }
      #expect(
        talk == [
          "mine 1: 3 lines, The disk is full.", "undo 1: 3 lines, The disk is full.",
          "value 1: 3 lines, The disk is full.",
          "text 1: 3 lines, The disk is full.", "pipe 1: 3 lines, The disk is full.",
          "edit 1: 3 lines, The disk is full.", "3", "4", "recover 0", "recover 0", "5",
          "I was late, and spoke badly.",
          "removed on this machine",
          "file      sound",
        ])
    }
  }

  /// What a sync brings is more than the disk takes; then there is room.
  private static let sync = #"""
    cp -r "$T/desk" "$AFTERWIT_HOME"
    cat /dev/zero >"$T/small/ballast" 2>/dev/null; truncate -s -160K "$T/small/ballast"
    afterwit sync 2>"$T/talk" >/dev/null; echo "sync $?"
    wc -l <"$T/talk"; head -1 "$T/talk"
    afterwit show "$mine" --field happened
    rm "$T/small/ballast"; mount -o remount,size=4m "$T/small"
    afterwit sync 2>&1 | sed 's/.*; //'
    afterwit show "$long" --field happened | cmp - "$T/long" && echo whole
    # Room for a copy of the file, but not to derive everything once more: that is no failure.
    mount -o remount,size=$(($(du -sk "$T/small" | cut -f1) * 21 / 10))k "$T/small"
    afterwit store check | head -2
    mount -o remount,size=24m "$T/small"; afterwit store check | sed -n 2p
    """#

  @Test(
    "A sync that a full disk ends says so in three lines, and with room brings everything",
    .enabled("no file system can be mounted here") { await Machinery.mounts() })
  func syncing() async throws {
    try await Scene.paired.play { stage, _ in
      let words = try await Transcript(
        #"""
        laptop$ head -c 300000 /dev/urandom | base64 | tee "$T/long" | afterwit new reflection -
        {long}
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit new reflection 'Mine.'
        {mine}
        """#
      ).play(on: stage)
      let talk = try await Self.play(Self.sync, on: stage, knowing: words)
      #expect(
        talk == [
          "sync 1", "3", "The disk is full.", "Mine.", "relay and device hold the same.", "whole",
          "file      sound", "keys      there", "view      sound",
        ])
    }
  }

  @Test(
    "New and edit on a full disk say so in three lines, lose nothing, and go on when there is room",
    .enabled("no file system can be mounted here") { await Machinery.mounts() })
  func full() async throws {
    try await Stage.alone { stage in
      let talk = try await Self.play(Self.newAndEdit, on: stage)
      #expect(
        talk == [
          "edit 1", "lines 3 3", "The disk is full.", "The disk is full.", "kept 1", "lost 0",
          "The first.", "check 1", "recover 0", "recover 0", "recover 0",
          "Piped.  #through", "The very first.", "file      sound",
        ])
    }
  }

  /// What can be read of a home on a disk with so much room, and where a text goes.
  private static let noRoom = #"""
    afterwit init --name desk --recovery-file "$T/recovery" 2>/dev/null
    afterwit new mantra 'The first.' >/dev/null; cp -r "$AFTERWIT_HOME" "$T/small/killed"
    # Its last process was killed: what it wrote is in the log alone.
    cat >"$T/kill" <<'END'
    AFTERWIT_HOME="$T/small/desk" afterwit new mantra 'The second.' >/dev/null
    rm -rf "$T/small/killed"; cp -r "$T/small/desk" "$T/small/killed"; rm "$T/small/killed/journal.sqlite-shm"; rm -rf "$T/small/killed/drafts"
    END
    first=$(afterwit list --json | sed 's/.*"id":"\([^"]*\)".*/\1/'); EDITOR="sh $T/kill" afterwit edit "$first" --field words >/dev/null 2>&1
    afterwit draft drop --all >/dev/null 2>&1; rm -rf "$T/small/desk/drafts"
    for room in 0 4 8 16; do
      cat /dev/zero >"$T/small/ballast" 2>/dev/null; truncate -s -${room}K "$T/small/ballast"
      for home in desk killed; do
        export AFTERWIT_HOME="$T/small/$home"
        echo "$room $home $(afterwit list | wc -l) $(afterwit export | wc -l) $(afterwit find second | wc -l) $(afterwit show "$first" --field words)"
        { echo Piped $room $home; head -c 60000 /dev/zero | tr '\0' x; } | afterwit new reflection - --tag through 2>"$T/piped"; code=$?
        echo "$code $(wc -l <"$T/piped") $(head -1 "$T/piped") $(head -1 "$(sed -n 's/.*kept in \(.*\)\.$/\1/p' "$T/piped")")"
        rm -rf "$AFTERWIT_HOME/drafts"
      done
      rm "$T/small/ballast"
    done
    AFTERWIT_HOME="$T/small/killed" afterwit store check | head -1
    """#

  @Test(
    "With no room at all everything can be read, and a text that is sent is kept whole",
    .enabled("no file system can be mounted here") { await Machinery.mounts() })
  func noRoom() async throws {
    try await Stage.alone { stage in
      let talk = try await Self.play(Self.noRoom, on: stage)
      let expected = [0, 4, 8, 16].flatMap { room in
        ["desk", "killed"].flatMap { home in
          [
            "\(room) \(home) 2 2 1 The first.", "1 3 The disk is full. Piped \(room) \(home)",
          ]
        }
      }
      #expect(talk == expected + ["file      sound"])
    }
  }

  /// Runs a script with a home on a small disk; gives what it printed.
  private static func play(
    _ script: String, on stage: Stage, knowing words: [String: String] = [:]
  ) async throws -> [String] {
    try stage.scratch.write((smallDisk + script + "\n").utf8, to: "script")
    var shell = stage.shell(at: "desk")
    shell.variables.merge(words) { own, _ in own }
    let outcome = try await shell.run(#"unshare -m sh "$T/script""#)
    #expect(outcome.code == 0, "\(outcome.talk)")
    return outcome.output.split(separator: "\n").map(String.init)
  }
}
