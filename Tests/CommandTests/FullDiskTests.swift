import AfterwitProcesses
import Testing

@Suite("A full disk", .timeLimit(.minutes(3)))
struct FullDiskTests {
  /// What runs on a file system of its own, of 700 KiB, that is gone when the shell ends.
  private static let script = #"""
    mount --make-rprivate / && mkdir -p "$T/small" && mount -t tmpfs -o size=700k tmpfs "$T/small" || exit 99
    export AFTERWIT_HOME="$T/small/desk" TMPDIR="$T" XDG_RUNTIME_DIR="$T"
    afterwit init --name desk --recovery-file "$T/recovery" 2>/dev/null
    # An editor has a text open when the disk fills up.
    first=$(afterwit new mantra 'The first.')
    cat >"$T/fill" <<'END'
    sed -i 's/The first/The very first/' "$1"
    n=0
    while afterwit new mantra "Number $n. $(head -c 900 /dev/zero | tr '\0' x)" >>"$T/ids" 2>"$T/talk"
    do n=$((n + 1)); done
    echo $? >"$T/code"
    cat /dev/zero >"$T/small/ballast" 2>/dev/null
    true
    END
    EDITOR="sh $T/fill" afterwit edit "$first" 2>"$T/edited"
    echo "edit $?"
    echo "lines $(wc -l <"$T/talk") $(wc -l <"$T/edited")"
    head -1 "$T/talk"; head -1 "$T/edited"
    echo "kept $(grep -c . "$(sed -n 's/.*kept in \(.*\)\.$/\1/p' "$T/talk")")"
    echo "lost $(while read -r id; do afterwit show "$id" --field words >/dev/null || echo "$id"; done <"$T/ids" | wc -l)"
    afterwit show "$first" --field words
    afterwit store check >"$T/check" 2>&1; echo "check $?"
    # Room again: what was kept is recovered from where it was kept.
    rm "$T/small/ballast"; mount -o remount,size=2m "$T/small"
    afterwit draft recover "$(sed -n 's/.*draft recover //p' "$T/talk")" >/dev/null; echo "recover $?"
    afterwit draft recover "$(sed -n 's/.*draft recover //p' "$T/edited")" >/dev/null; echo "recover $?"
    afterwit show "$first" --field words
    afterwit store check | head -1
    """#

  @Test(
    "New and edit on a full disk say so in three lines, lose nothing, and go on when there is room",
    .enabled("no file system can be mounted here") { await Machinery.mounts() })
  func full() async throws {
    try await Stage.alone { stage in
      try stage.scratch.write((Self.script + "\n").utf8, to: "script")
      let outcome = try await stage.run(#"unshare -m sh "$T/script""#, at: "desk")
      let talk = outcome.output.split(separator: "\n").map(String.init)
      #expect(
        talk == [
          "edit 1", "lines 3 3", "The disk is full.", "The disk is full.", "kept 1", "lost 0",
          "The first.", "check 1", "recover 0", "recover 0", "The very first.", "file      sound",
        ], "\(outcome.talk)")
    }
  }
}
