import AfterwitProcesses
import Testing

@Suite("Several processes of one home", .timeLimit(.minutes(3)))
struct ConcurrencyTests {
  @Test("Sixteen entries written at once are all there, each under an id of its own")
  func sixteen() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ for n in $(seq 16); do afterwit new reflection "Number $n." >"$T/id$n" & done; wait
        desk$ cat "$T"/id* | sort -u | wc -l
        16
        desk$ afterwit list | grep -c 'Number'
        16
        desk$ afterwit status | grep -E 'entries|waiting|quarantined'
        entries      16
        waiting      0
        quarantined  0
        """#
      ).play(on: stage)
    }
  }
}
