import AfterwitProcesses
import Testing

@Suite("Bad input", .hangLimit)
struct BadInputTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'It stands.' --set mood=4
      {id}
      """#
    ).play(on: stage)
  }

  @Test("Three lines, the exit code, and nothing changed", arguments: BadInput.alone)
  func alone(_ input: BadInput) async throws {
    try await Self.begin.play { stage, words in
      try await Self.expectRefusal(input, on: stage, knowing: words)
      for absent in ["b/journal.sqlite", "c", "another"] {
        #expect(Scratch.mode(of: stage.scratch.path + "/" + absent) == 0, "\(absent) was made")
      }
    }
  }

  @Test("An ambiguous id is told from one that is unique")
  func ambiguous() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ for n in $(seq 33); do afterwit new mantra "$n"; done >"$T/ids"
        desk$ afterwit show "$(cut -c1 "$T/ids" | sort | uniq -d | head -1)" 2>&1 | wc -l
        3
        desk$ afterwit show "$(cut -c1 "$T/ids" | sort | uniq -d | head -1)" 2>/dev/null
        [9]
        desk$ afterwit show "$(head -1 "$T/ids")" --field words
        1
        """#
      ).play(on: stage)
    }
  }

  @Test("A text of 5 MB is refused and kept")
  func large() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ head -c 5000000 /dev/zero | tr '\0' a | afterwit new reflection - 2>"$T/talk"
        [2]
        desk$ wc -c <"$(sed -n 's/.*kept in \(.*\)\.$/\1/p' "$T/talk")"
        5000000
        """#
      ).play(on: stage)
    }
  }

  @Test("An invite is good once, a code is good once, and a wrong one is good never")
  func spent() async throws {
    try await Stage.withRelay { stage in
      let words = try await Transcript(
        #"""
        desk$ afterwit-relay code --data "$T/relay" >"$T/code"
        desk$ afterwit init --name desk --relay "$RELAY" --code "$(cat "$T/code")" --recovery-file "$T/recovery"
        ...
        desk$ afterwit new reflection 'It stands.'
        {id}
        desk$ afterwit device invite --yes 2>/dev/null | tee "$T/invite" | afterwit --home "$T/laptop" device join --name laptop --yes
        ...
        """#
      ).play(on: stage)
      for input in [
        BadInput(#"afterwit --home "$T/third" device join --yes <"$T/invite""#, 6, "invite"),
        BadInput(
          #"sed 's/.\{8\}$/22222222/' "$T/invite" | afterwit --home "$T/third" device join --yes"#,
          6, "invite"),
        BadInput(
          #"afterwit --home "$T/b" init --relay "$RELAY" --code "$(cat "$T/code")" --recovery-file "$T/b.recovery" 2>"$T/talk"; code=$?; tail -3 "$T/talk" >&2; exit $code"#,
          6, "code"),
        BadInput("afterwit device invite", 2, "terminal"),
      ] {
        try await Self.expectRefusal(input, on: stage, knowing: words)
      }
      // What failed has used nothing up: the same home joins with a fresh invite.
      try await Transcript(
        #"""
        desk$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/third" device join --name third --yes
        ...
        third$ afterwit show "$id" --field happened
        It stands.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test(
    "What answers without being a relay is told from one",
    arguments: [
      ("200 OK", "text/html", "<html><body>Welcome to the hotel's network</body></html>"),
      ("500 Internal Server Error", "text/plain", "broken"),
      ("200 OK", "application/octet-stream", "half"),
      ("413 Content Too Large", "text/html", "<html>Too large</html>"),
      ("429 Too Many Requests", "text/html", "<html>Slow down</html>"),
      ("502 Bad Gateway", "text/html", "<html>The relay is away</html>"),
      ("503 Service Unavailable", "text/html", "<html>The relay is away</html>"),
    ])
  func notARelay(_ answer: (status: String, type: String, body: String)) async throws {
    try await Stage.alone { stage in
      try await RawServer.with(status: answer.status, type: answer.type, body: answer.body) {
        server in
        let words = try await Self.begin(on: stage, relay: server.address)
        try await Self.expectRefusal(
          BadInput("afterwit sync --timeout 2", 4, "relay"), on: stage, knowing: words)
      }
    }
  }

  @Test(
    "Half an answer, and an answer without end, are none",
    arguments: [RawServer.Extent.half, .endless])
  func brokenBody(_ extent: RawServer.Extent) async throws {
    try await Stage.alone { stage in
      try await RawServer.with(
        status: "200 OK", type: "application/vnd.afterwit",
        body: String(repeating: "0123456789abcdef", count: 1024), extent: extent
      ) { server in
        let words = try await Self.begin(on: stage, relay: server.address)
        try await Self.expectRefusal(
          BadInput("afterwit sync --timeout 5", 4, "relay"), on: stage, knowing: words)
      }
    }
  }

  @Test("A home set to plain HTTP beyond this machine still asks for --insecure at every sync")
  func insecure() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit --insecure relay set http://192.0.2.1:8787
        ...
        desk$ afterwit sync
        Plain HTTP to 192.0.2.1 would leave this machine.
        Nothing was changed.
        Use https://, or add --insecure where the network between is your own.
        [2]
        """#
      ).play(on: stage)
    }
  }

  /// A journal with one entry whose relay has an address; returns the words of the scene.
  private static func begin(on stage: Stage, relay: String) async throws -> [String: String] {
    try await Transcript(
      #"""
      desk$ afterwit init --name desk --recovery-file "$T/recovery"
      ...
      desk$ afterwit new reflection 'It stands.'
      {id}
      desk$ afterwit relay set "$server"
      ...
      """#
    ).play(on: stage, knowing: ["server": relay])
  }

  /// Runs a line at the desk and compares what it held before and after.
  static func expectRefusal(
    _ input: BadInput, on stage: Stage, knowing words: [String: String]
  ) async throws {
    var shell = stage.shell(at: "desk")
    shell.variables.merge(words) { own, _ in own }
    let before = try await state(of: stage)
    let outcome = try await shell.run(input.command)
    let lines = outcome.talkLines
    #expect(outcome.code == input.code, "\(input.command): \(outcome.talk)")
    #expect(lines.count == 3, "\(input.command): \(outcome.talk)")
    #expect(lines.allSatisfy { !$0.isEmpty }, "\(input.command): \(outcome.talk)")
    #expect(lines.first?.contains(input.says) == true, "\(input.command): \(outcome.talk)")
    #expect(outcome.output.isEmpty, "\(input.command): \(outcome.output)")
    let after = try await state(of: stage)
    #expect(before == after, "\(input.command) changed the journal")
  }

  private static func state(of stage: Stage) async throws -> String {
    let outcome = try await stage.run("afterwit status --all | grep -E 'digest|held'", at: "desk")
    #expect(outcome.output.split(separator: "\n").count == 2, "\(outcome.talk)")
    return outcome.output
  }
}
