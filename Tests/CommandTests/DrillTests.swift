import AfterwitProcesses
import Foundation
import Testing

/// Rehearsals of bad days, with a relay, a paper and backups as they are, or broken on purpose.
@Suite("Drills", .hangLimit)
struct DrillTests {
  /// What is in a home, but for what says when a relay answered or a drill was held.
  private func held(_ stage: Stage) async throws -> String {
    let status = try await stage.run("afterwit status --json", at: "desk").output
    return try String(#require(status.firstMatch(of: #/"held":"([0-9a-f]+)"/#)).1)
  }

  @Test("What was never made or set is named as not rehearsed, and the rest holds")
  func alone() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new note 'First.'
        {note}
        desk$ afterwit drill --yes <"$T/recovery"
        relay        not rehearsed: no relay is set   afterwit relay set URL --code CODE
        copied home  not rehearsed: what others wrote as this machine, a relay tells
        backup       not rehearsed: none was made here   afterwit backup make FILE
        lost relay   an empty one had everything again: 1 entry, the newest change of {*}, the same as here · {*} s
        paper        brings back 1 entry, the newest change of {*}, the same as here · {*} s
        What was rehearsed holds. Nothing of it was written into the journal.
        desk$ afterwit drill --yes </dev/null 2>/dev/null | sed -n 3p
        paper        not rehearsed: no recovery secret was typed
        desk$ afterwit drill </dev/null
        There is no terminal to ask at.
        Nothing was changed.
        Add --yes; the recovery secret comes through stdin, or is left out.
        [2]
        """#
      ).play(on: stage)
    }
  }

  @Test("Everything comes back from the relay, the paper and a backup, and nothing is written")
  func whole() async throws {
    try await Scene.paired.play { stage, _ in
      for device in ["laptop", "desk", "laptop"] {
        _ = try await stage.run("afterwit sync", at: device)
      }
      _ = try await stage.run("afterwit new note 'Far away.' && afterwit sync", at: "laptop")
      _ = try await stage.run("afterwit new note 'Only here.'", at: "desk")
      let before = try await held(stage)
      try await Transcript(
        #"""
        desk$ afterwit backup make --paper "$T/b" 2>/dev/null; afterwit drill --yes --backup "$T/b" <"$T/recovery"
        relay        gave back {*}; 1 change only here; 1 change is not here yet · {*} s
        copied home  there is none, and one that goes on would be found
        paper        brings back {*}; 1 change only here; 1 change is not here yet · {*} s
        backup       restores {*}, the same as here · {*} s
        lost relay   an empty one had everything again: {*}, the same as here · {*} s
        Everything holds. Nothing of it was written into the journal.
        desk$ afterwit drill --yes --json </dev/null | grep -o '"rehearsal":"[a-z]*","result":"[a-z]*"'
        "rehearsal":"relay","result":"held"
        "rehearsal":"copy","result":"held"
        "rehearsal":"paper","result":"skipped"
        "rehearsal":"backup","result":"skipped"
        "rehearsal":"loss","result":"held"
        """#
      ).play(on: stage)
      #expect(try await held(stage) == before)
      let left = try await stage.run(#"ls "$AFTERWIT_HOME""#, at: "desk").output
      #expect(!left.contains("drill"), "\(left)")
    }
  }

  @Test("A home that was copied, a paper of another journal and a flipped bit are found")
  func broken() async throws {
    try await Scene.paired.play { stage, _ in
      _ = try await stage.run(
        #"afterwit new note A && afterwit sync && afterwit backup make --paper "$T/b" && "#
          + #"cp -a "$AFTERWIT_HOME" "$T/copied" && "#
          + #"afterwit --home "$T/copied" new note B && afterwit --home "$T/copied" sync && "#
          + #"afterwit --home "$T/other" init --name other --recovery-file "$T/r2""#, at: "desk")
      let file = stage.scratch.path + "/b"
      var bytes = try Data(contentsOf: URL(filePath: file))
      bytes[bytes.count / 2] ^= 4
      try bytes.write(to: URL(filePath: file))
      try await Transcript(
        #"""
        desk$ afterwit drill --yes --backup "$T/b" <"$T/recovery"
        relay        gave back {*}; 1 change is not here yet · {*} s
        copied home  does not hold: Another machine writes as this one: this home was copied.
        paper        brings back {*}; 1 change is not here yet · {*} s
        backup       does not hold: “{*}” is damaged.
        lost relay   {*}
        This does not hold: copied home and backup.
        Nothing was changed; what is here is as it was.
        Type: afterwit sync
        [5]
        desk$ afterwit drill --yes <"$T/r2" 2>/dev/null | sed -n 3p
        paper        does not hold: This recovery secret is of another journal.
        desk$ echo awr2-nonsense | afterwit drill --yes 2>/dev/null | sed -n 3p
        paper        does not hold: This is not a recovery secret, or it has a mistake.
        """#
      ).play(on: stage)
    }
  }

  @Test("A relay that lost one envelope is found, and one that is gone")
  func lossy() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ for n in 1 2 3 4 5; do afterwit new note "Note $n" >/dev/null 2>&1; done
        desk$ afterwit relay set http://127.0.0.1:9 2>/dev/null
        desk$ afterwit drill --yes </dev/null
        relay        does not hold: No connection to 127.0.0.1:9 could be made: Connection refused.
        copied home  not rehearsed: the relay did not give everything
        paper        not rehearsed: no recovery secret was typed
        backup       not rehearsed: none was made here   afterwit backup make FILE
        lost relay   {*}
        This does not hold: relay.
        Nothing was changed; what is here is as it was.
        Check that the relay runs there and that the port is right; then type: afterwit sync
        [4]
        """#
      ).play(on: stage)
    }
  }

  @Test("The first screen reminds once a quarter, and not after a drill")
  func reminds() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ AFTERWIT_NOW=2026-01-01T09:00 afterwit new note 'A.' >/dev/null 2>&1; AFTERWIT_NOW=2026-03-01T09:00 afterwit | grep -c drill; true
        0
        desk$ AFTERWIT_NOW=2026-05-01T09:00 afterwit | grep drill
          the bad days were not rehearsed for a quarter: afterwit drill
        desk$ AFTERWIT_NOW=2026-05-02T09:00 afterwit | grep -c drill; true
        0
        desk$ AFTERWIT_NOW=2026-08-15T09:00 afterwit drill --yes </dev/null 2>/dev/null | grep -c same
        1
        desk$ AFTERWIT_NOW=2026-08-16T09:00 afterwit | grep -c drill; true
        0
        """#
      ).play(on: stage)
    }
  }
}
