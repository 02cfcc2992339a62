import AfterwitProcesses
import Testing

/// Changes that travel in a file.
@Suite("A bundle", .hangLimit)
struct BundleTests {
  /// Two machines that have met once, and then write with no relay between them.
  private static let begin = Scene(after: .paired) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'They asked about queues.'
      {id}
      desk$ afterwit sync 2>/dev/null
      laptop$ afterwit sync 2>/dev/null; afterwit edit "$id" --append 'I went blank.' 2>/dev/null; afterwit sync 2>/dev/null
      desk$ afterwit sync 2>/dev/null; afterwit edit "$id" --append 'I can say who waits.' 2>/dev/null; afterwit new mantra 'Ask who waits.'
      {mantra}
      """#
    ).play(on: stage)
  }

  @Test("brings each machine what it lacks, twice as once, and both show the same [AW-BUNDLE-1]")
  func exchanged() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit bundle make --for laptop "$T/d"
        “{*}/d” holds {n} envelopes. On the other machine, type: afterwit bundle take {*}/d
        desk$ [ "$n" -lt 6 ] && stat -c %a "$T/d"
        600
        laptop$ afterwit bundle take "$T/d"
        {*} came, 0 were here already.
        laptop$ afterwit bundle take "$T/d"; afterwit bundle take --json "$T/d" | grep -o '"whole":true,"envelopes":[0-9]*,"came":0'
        0 came, {*} were here already.
        "whole":true,"envelopes":{*},"came":0
        laptop$ afterwit show "$id" --field happened; afterwit edit "$mantra" --append 'First.' 2>/dev/null
        They asked about queues.

        I went blank.

        I can say who waits.
        laptop$ afterwit bundle make "$T/l" 2>/dev/null
        desk$ afterwit bundle take "$T/l"
        {*} came, {*} were here already.
        desk$ afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        laptop$ afterwit status --all | grep -E 'digest|held'
        digest       {digest}
        held         {held}
        # What came by file goes to the relay like all else, and is told as nothing that it had lost.
        laptop$ afterwit sync 2>&1 | grep -c lost
        0
        [1]
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test(
    "of another journal is refused; one that ends early or was damaged gives what is whole [AW-BUNDLE-3]"
  )
  func damaged() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit bundle make "$T/d" 2>/dev/null
        other$ afterwit init --recovery-file "$T/o" 2>/dev/null; afterwit bundle take "$T/d"
        “{*}/d” is a bundle of another journal.
        Nothing was taken from it.
        Take it in a home of that journal, named with --home.
        [2]
        laptop$ head -c -40 "$T/d" >"$T/cut"; afterwit bundle take "$T/cut"
        {*} came, {*} were here already.
        “{*}/cut” ends in the middle.
        The {*} envelopes before that were taken, each whole.
        Copy the file again, and take it again: nothing comes twice.
        [1]
        laptop$ afterwit list | wc -l
        2
        tower$ cp -r "$T/laptop" "$AFTERWIT_HOME"; head -c 30 "$T/d" >"$T/cut2"; afterwit bundle take "$T/cut2" 2>&1 | head -2
        0 came, 0 were here already.
        “{*}/cut2” ends in the middle.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("in which an envelope was changed is forged there, and the rest comes")
  func forged() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit new mantra 'The last.' >/dev/null; afterwit bundle make "$T/d" 2>/dev/null
        desk$ s=$(wc -c <"$T/d"); printf 'x' | dd of="$T/d" bs=1 seek=$((s - 100)) conv=notrunc 2>/dev/null
        laptop$ afterwit bundle take "$T/d"
        {*} came, {*} were here already, 1 forged and refused.
        1 of the envelopes in “{*}/d” were forged, and refused.
        Your journal holds only what your devices wrote.
        Make the bundle again; ask who had the file in between.
        [5]
        laptop$ afterwit list | grep -c 'The last'; afterwit list | grep -c 'Ask who'
        0
        1
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
