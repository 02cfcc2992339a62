import AfterwitProcesses
import Testing

@Suite("A disk that takes no more", .hangLimit)
struct RefusingDiskTests {
  @Test("A sync that cannot be written down says so in three lines, and the next one has it all")
  func duringSync() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ for n in $(seq 20); do afterwit new mantra "Number $n."; done | wc -l
        20
        desk$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit new mantra 'Mine.'
        {mine}
        # No file may grow past 8 KiB, and the process is told so instead of being ended.
        laptop$ trap '' XFSZ; ulimit -f 16; afterwit sync
        The disk {*}
        What was saved before is safe; nothing was changed.
        {*}
        [1]
        laptop$ afterwit show "$mine" --field words
        Mine.
        laptop$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit list | wc -l
        21
        laptop$ afterwit status --all | grep -E 'pending|waiting'
        pending      0
        waiting      0
        """#
      ).play(on: stage)
    }
  }
}
