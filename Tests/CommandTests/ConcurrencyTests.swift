import AfterwitProcesses
import AfterwitTestRandomness
import Testing

@Suite("Several processes of one home", .hangLimit)
struct ConcurrencyTests {
  /// How many entries each process writes.
  private static let count = Effort.entriesAtOnce

  @Test("Sixteen processes write at once: every entry is there, and nothing was said on stderr")
  func sixteen() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ for p in $(seq 16); do (for n in $(seq \#(Self.count)); do afterwit new reflection "Number $p.$n." >>"$T/ids$p" || echo "$?" >>"$T/codes"; done) & done; wait
        desk$ cat "$T"/ids* | sort -u | wc -l
        \#(16 * Self.count)
        desk$ ls "$T/codes"
        ls: {*}
        [2]
        desk$ afterwit list | grep -c 'Number'
        \#(16 * Self.count)
        desk$ afterwit status --all | grep -E 'entries|waiting|quarantined'
        here         \#(16 * Self.count) entries, no drafts
        waiting      0
        quarantined  0
        desk$ afterwit store check | head -1
        file      sound
        """#
      ).play(on: stage)
      #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok")
    }
  }

  @Test("Two processes edit one field and read it, while a third tags and lists")
  func two() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit new reflection 'The first.'
        {id}
        desk$ for p in a b; do (for n in $(seq 8); do afterwit edit "$id" --append "$p$n" 2>>"$T/talk"; afterwit show "$id" --field happened >/dev/null; done) & done; (for n in $(seq 8); do afterwit tag "$id" "t$n" 2>>"$T/talk"; afterwit list >/dev/null; done) & wait
        desk$ grep -cx "Changed $id: The first." "$T/talk"
        24
        desk$ afterwit show "$id" --field happened | grep -cE '^[ab][1-8]$'
        16
        desk$ afterwit show "$id" --field tags | wc -l
        8
        """#
      ).play(on: stage)
    }
  }
}
