import AfterwitProcesses
import Testing

@Suite("A proxy before the relay wants a header", .hangLimit)
struct HeaderTests {
  private static let secret = "open-sesame-7"

  @Test("It is sent with each request, kept with the home, and shown nowhere")
  func header() async throws {
    try await Stage.withRelay { stage in
      try await LoopbackProxy.with(
        .asking(for: "X-Key: \(Self.secret)"), to: stage.relay ?? ""
      ) { proxy in
        let words = ["proxy": proxy.address, "key": Self.secret]
        try await Transcript(
          #"""
          desk$ afterwit init --name desk --recovery-file "$T/recovery"
          ...
          desk$ afterwit relay set "$proxy" --code "$(afterwit-relay code --data "$T/relay")"
          ...
          desk$ afterwit sync
          What answers there is not a relay: it answered with status 403 and text/html.
          ...
          [4]
          desk$ afterwit relay set "$proxy" --header "X-Key: $key" --header 'X-Name: me' 2>"$T/said"; cat "$T/said"
          The relay is set, and its requests carry X-Key and X-Name. Type: afterwit sync
          desk$ afterwit sync
          {*}relay and device hold the same.
          # Another machine is told it by its person, from a file.
          desk$ printf 'X-Key: %s\n' "$key" >"$T/headers"
          desk$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/laptop" device join --name laptop --yes --header "@$T/headers" 2>/dev/null
          laptop$ afterwit sync
          {*}relay and device hold the same.
          desk$ afterwit status --all >"$T/shown"; afterwit status --all --json >>"$T/shown"; afterwit export >>"$T/shown"; afterwit sync --json >>"$T/shown" 2>&1; grep -c "$key" "$T/shown" "$T/said" "$T/log"
          {*}:0
          {*}:0
          {*}:0
          [1]
          # It stays with this address, through a salvage too, until it is taken back.
          desk$ printf 'gone' | dd of="$AFTERWIT_HOME/journal.sqlite" conv=notrunc 2>/dev/null; afterwit store salvage 2>&1 | head -1
          {*} envelopes were taken into the journal's file.
          desk$ afterwit sync 2>/dev/null
          desk$ afterwit relay set "$proxy" --no-headers
          The relay is set. Type: afterwit sync
          desk$ afterwit sync 2>/dev/null
          [4]
          """#
        ).play(on: stage, knowing: words)
      }
    }
  }

  @Test("It goes to the host and port that it was meant for, under any path there (AW-SYNC-23)")
  func elsewhere() async throws {
    try await Stage.withRelay { stage in
      try await LoopbackProxy.with(.refusing("403 Forbidden"), to: "") { proxy in
        try await Transcript(
          #"""
          desk$ afterwit init --name desk --recovery-file "$T/recovery"
          ...
          desk$ afterwit relay set "$RELAY/journal" --header "X-Key: open sesame"
          {*}carry X-Key{*}
          desk$ afterwit relay set "$RELAY"
          {*}carry X-Key{*}
          desk$ afterwit relay set "$proxy"
          The relay is set. Type: afterwit sync
          desk$ afterwit sync 2>/dev/null
          [4]
          """#
        ).play(on: stage, knowing: ["proxy": proxy.address])
        #expect(proxy.received.count == 1 && !proxy.received[0].contains("X-Key"))
      }
    }
  }

  @Test("What is no header, or one of the relay's own, is refused without its value")
  func refused() async throws {
    let inputs = [
      ("--header 'X-Key open-sesame-7'", "A header is"),
      ("--header 'X-Key: '", "A header is"),
      ("--header ': open-sesame-7'", "A header is"),
      ("--header 'X-Kéy: open-sesame-7'", "A header is"),
      ("--header \"$(printf 'X-Key: a\\nopen-sesame-7: b')\"", "A header is"),
      ("--header 'Authorization: Basic open-sesame-7'", "the header Authorization"),
      ("--header \"X-Key: $(printf '%07000d' 0)\"", "more than 6144 bytes"),
      ("--header @/nowhere", "/nowhere"),
      ("--header 'X-Key: a' --no-headers", "exclude"),
    ]
    try await Scene.alone.play { stage, _ in
      for (options, says) in inputs {
        let command = "afterwit relay set https://relay.test \(options)"
        try await BadInputTests.expectRefusal(
          BadInput(command, 2, says), on: stage, knowing: [:])
        let outcome = try await stage.run(command, at: "desk")
        #expect(!outcome.talk.contains(Self.secret), "\(outcome.talk)")
        #expect(
          try await stage.run("afterwit status --all", at: "desk").output.contains(
            "relay        none"))
      }
      let outcome = try await stage.run(
        "afterwit --home \"$T/new\" init --header 'X-Key: a' --recovery-file \"$T/new-recovery\"",
        at: "desk")
      #expect(outcome.code == 2 && outcome.talk.hasPrefix("--header goes with --relay."))
      #expect(stage.scratch.paths(below: "new").count == 1)
    }
  }
}
