import AfterwitProcesses
import Testing

@Suite("A relay that was lost, as a person sees it", .hangLimit)
struct LostRelayTests {
  @Test("Put back from a copy, sync heals it and says what was missing; wiped, it names the way")
  func restoredThenWiped() async throws {
    try await Scene.paired.play { stage in
      try await Self.sync(["laptop", "desk"], on: stage)
    } then: { stage, port in
      let listen = "127.0.0.1:\(port)"
      try await Self.run(#"cp -r "$T/relay" "$T/copy""#, on: stage)
      let words = try await stage.withRelay(listen: listen) { stage in
        let words = try await Transcript(
          #"""
          desk$ afterwit new reflection 'Since the copy, at the desk.'
          {first}
          laptop$ afterwit new reflection 'Since the copy, on the way.'
          {second}
          """#
        ).play(on: stage)
        try await Self.sync(["desk", "laptop", "desk"], on: stage)
        return words
      }
      try await Self.run(#"rm -r "$T/relay" && cp -r "$T/copy" "$T/relay""#, on: stage)
      try await stage.withRelay(listen: listen) { stage in
        try await Transcript(
          #"""
          laptop$ afterwit sync
          0 came, 2 went; relay and device hold the same.
          The relay had lost 2 changes of desk and laptop; they are there again.
          laptop$ afterwit sync
          0 came, 0 went; relay and device hold the same.
          desk$ afterwit sync --json | tr ',' '\n' | grep -E 'agreed|restored|renewed|forked'
          "agreed":true
          "forked":0
          "restored":0
          "renewed":false
          """#
        ).play(on: stage)
        try await Self.expectSame(["desk", "laptop"], on: stage)
      }
      try await Self.run(#"rm -r "$T/relay""#, on: stage)
      try await stage.withRelay(listen: listen) { stage in
        try await Transcript(
          #"""
          desk$ afterwit sync
          Another relay than before answers there: it shows another key.
          Everything written here is safe and will be sent later.
          If its operator began it anew, type: afterwit relay set {url}, with --code CODE to bring the journal
          [6]
          desk$ afterwit relay set "$url" --code "$(afterwit-relay code --data "$T/relay")"
          ...
          desk$ afterwit sync
          {*}relay and device hold the same.
          The relay had lost {*} changes of desk and laptop; they are there again.
          laptop$ afterwit sync
          Another relay than before answers there: it shows another key.
          ...
          [6]
          laptop$ afterwit relay set "$url"
          ...
          laptop$ afterwit sync
          {*}relay and device hold the same.
          laptop$ afterwit show "$first" --field happened
          Since the copy, at the desk.
          """#
        ).play(on: stage, knowing: words.merging(["url": stage.relay ?? ""]) { old, _ in old })
        try await Self.expectSame(["desk", "laptop"], on: stage)
      }
    }
  }

  @Test("Another relay at another address takes the journal over")
  func moved() async throws {
    try await Scene.paired.play { stage in
      try await Self.run(#"AFTERWIT_HOME="$T/desk" afterwit new mantra 'Before.'"#, on: stage)
      try await Self.sync(["desk"], on: stage)
    } then: { stage, _ in
      try await Self.run(#"mv "$T/relay" "$T/gone""#, on: stage)
      try await stage.withRelay { stage in
        try await Transcript(
          #"""
          desk$ afterwit new mantra 'Between.'
          {id}
          desk$ afterwit relay set "$RELAY" --code "$(afterwit-relay code --data "$T/relay")"
          ...
          laptop$ afterwit relay set "$RELAY"
          ...
          laptop$ afterwit sync
          ...
          [6]
          desk$ afterwit sync
          {*}relay and device hold the same.
          laptop$ afterwit sync
          {*}relay and device hold the same.
          laptop$ afterwit list
          {*}Between.
          {*}Before.
          """#
        ).play(on: stage)
        try await Self.sync(["desk"], on: stage)
        try await Self.expectSame(["desk", "laptop"], on: stage)
      }
    }
  }

  @Test("A home copied and written in both places: told once on each, and then it is over")
  func forked() async throws {
    try await Scene.paired.play { stage, _ in
      try await Self.sync(["laptop", "desk"], on: stage)
      try await Transcript(
        #"""
        laptop$ cp -r "$T/laptop" "$T/clone"
        laptop$ afterwit new mantra 'Written on the laptop.'
        {here}
        clone$ afterwit new mantra 'Written on the clone.'
        {there}
        laptop$ afterwit sync
        0 came, 1 went; relay and device hold the same.
        clone$ afterwit sync
        1 came, 3 went; relay and device hold the same.
        Another machine writes as laptop, as a copied or restored folder does; this one goes on as laptop 2, and nothing is lost.
        This machine's folder was copied, and both copies were written to.
        Everything written in both is kept and merged.
        Sync both: each goes on as a device of its own; see afterwit device list
        [5]
        clone$ afterwit sync
        0 came, 0 went; relay and device hold the same.
        laptop$ afterwit sync
        3 came, 2 went; relay and device hold the same.
        Another machine writes as laptop, as a copied or restored folder does; this one goes on as laptop 3, and nothing is lost.
        ...
        [5]
        desk$ afterwit sync
        {*}; relay and device hold the same.
        The folder of laptop was copied, and both copies were written to; each goes on as a device of its own, and nothing is lost.
        desk$ afterwit sync
        0 came, 0 went; relay and device hold the same.
        # A backup of the desk, put back when the desk had gone on: no fork, no failure.
        desk$ cp -r "$T/desk" "$T/backup"
        desk$ afterwit new mantra 'Since the backup.'
        {later}
        desk$ afterwit sync
        0 came, 1 went; relay and device hold the same.
        backup$ afterwit sync
        1 came, 2 went; relay and device hold the same.
        Another machine writes as desk, as a copied or restored folder does; this one goes on as desk 2, and nothing is lost.
        # All of them write on.
        laptop$ afterwit edit "$there" --append 'And here.'
        Changed {there}: {*}
        clone$ afterwit edit "$there" --append 'And there.'
        Changed {there}: {*}
        backup$ afterwit edit "$here" --append 'And later.'
        Changed {here}: {*}
        """#
      ).play(on: stage)
      // The desk itself finds its log ended, and does the same.
      #expect(try await stage.run("afterwit sync", at: "desk").code == 0)
      let all = ["laptop", "clone", "backup", "desk"]
      try await Self.sync(all + all, on: stage)
      try await Self.expectSame(all, on: stage)
      try await Transcript(
        #"""
        desk$ afterwit list | wc -l
        3
        desk$ afterwit device list | sed 's/^.\{42\}//' | sort
        desk  (this one before)
        desk 2  let in by desk
        desk 3  let in by desk
        laptop  let in by desk
        laptop 2  let in by laptop
        laptop 3  let in by laptop
        """#
      ).play(on: stage)
    }
  }

  /// Syncs at one device after the other; each ends with 0 and has nothing to tell.
  private static func sync(_ devices: [String], on stage: Stage) async throws {
    for device in devices {
      let outcome = try await stage.run("afterwit sync", at: device)
      #expect(outcome.code == 0 && outcome.talkLines.count == 1, "\(device): \(outcome.talk)")
    }
  }

  /// All devices show and hold the same, and nothing waits.
  private static func expectSame(_ devices: [String], on stage: Stage) async throws {
    var seen: Set<String> = []
    for device in devices {
      let line = "afterwit status --all | grep -E 'entries|pending|waiting|quarantined|digest|held'"
      let outcome = try await stage.run(line, at: device)
      #expect(outcome.output.contains("pending      0"), "\(device): \(outcome.output)")
      #expect(outcome.output.contains("waiting      0"), "\(device): \(outcome.output)")
      #expect(!outcome.output.contains("entries      0"), "\(device): \(outcome.output)")
      seen.insert(outcome.output)
    }
    #expect(seen.count == 1, "\(seen)")
  }

  private static func run(_ line: String, on stage: Stage) async throws {
    let outcome = try await stage.run(line, at: "desk")
    try #require(outcome.code == 0, "\(outcome.talk)")
  }
}
