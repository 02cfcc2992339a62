import AfterwitProcesses
import Testing

@Suite("Salvage of a home that exists twice, and of one in use", .hangLimit)
struct SalvageForkTests {
  @Test("A fork that a salvage brings in is told, and what both wrote alike stands once")
  func broughtIn() async throws {
    try await Scene.paired.play { stage, _ in
      try await stage.sync("laptop", "desk")
      try await Transcript(
        #"""
        laptop$ afterwit new reflection 'I talked too fats.'
        {id}
        laptop$ cp -r "$T/laptop" "$T/clone"
        laptop$ afterwit edit "$id" --text 'I talked too fast.'
        Changed {id}: {*}
        clone$ afterwit edit "$id" --text 'I talked too fast.'
        Changed {id}: {*}
        clone$ afterwit new mantra 'From the clone.'
        {there}
        laptop$ afterwit store salvage --from "$T/clone"
        2 envelopes were taken into the journal's file.
        Before you write, type: afterwit sync
        This machine's folder was copied, and both copies were written to.
        Everything written in both is kept and merged.
        {*}
        [5]
        laptop$ afterwit show "$id" --field happened
        I talked too fast.
        laptop$ afterwit review --json
        laptop$ afterwit sync
        {*}relay and device hold the same.
        Another machine writes as laptop, as a copied or restored folder does; this one goes on as laptop 2, and nothing is lost.
        laptop$ afterwit sync
        0 came, 0 went; relay and device hold the same.
        """#
      ).play(on: stage)
    }
  }

  @Test("Who this home was before, and what was not told yet, outlives a salvage")
  func identities() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        laptop$ afterwit new reflection 'I talked too fast.'
        {id}
        laptop$ afterwit sync 2>/dev/null
        laptop$ cp -r "$T/laptop" "$T/clone"
        laptop$ afterwit edit "$id" --text 'I talked too loud.'
        Changed {id}: {*}
        clone$ afterwit edit "$id" --text 'I talked too high.'
        Changed {id}: {*}
        laptop$ afterwit sync 2>/dev/null
        clone$ afterwit sync 2>/dev/null
        [5]
        laptop$ afterwit sync 2>/dev/null
        [5]
        laptop$ afterwit review --json | grep -o '"local":true,"machines"' | wc -l
        1
        laptop$ printf 'gone' | dd of="$AFTERWIT_HOME/journal.sqlite" conv=notrunc 2>/dev/null
        laptop$ afterwit store salvage 2>&1 | head -1
        {*} envelopes were taken into the journal's file.
        # It has told of the fork, and goes on as who it is.
        laptop$ afterwit sync
        0 came, 0 went; relay and device hold the same.
        ...
        laptop$ afterwit review --json | grep -o '"local":true,"machines"' | wc -l
        1
        """#
      ).play(on: stage)
    }
  }

  @Test("What is saved while a salvage runs is in the file that it makes")
  func meanwhile() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ for n in $(seq 40); do afterwit new mantra "Before $n."; done >"$T/ids"
        laptop$ afterwit new mantra 'From the laptop.'
        {there}
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        """#
      ).play(on: stage)
      try StoreProbe.write(
        """
        UPDATE envelope SET bytes = zeroblob(300)
        WHERE sequence = (SELECT max(sequence) FROM envelope)
        """, to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ (for n in $(seq 40); do afterwit new mantra "Since $n."; done >>"$T/ids" 2>/dev/null) & sleep 0.2; afterwit store salvage >/dev/null 2>&1; echo $?; wait
        0
        # What was written on the change that is lost here waits for it.
        desk$ afterwit sync 2>/dev/null
        desk$ while read -r id; do afterwit show "$id" >/dev/null 2>&1 || echo "lost $id"; done <"$T/ids"
        desk$ [ "$(wc -l <"$T/ids")" -gt 45 ] && echo many
        many
        """#
      ).play(on: stage)
    }
  }
}
