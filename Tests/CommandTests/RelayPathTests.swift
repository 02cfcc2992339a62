import AfterwitProcesses
import Testing

@Suite("A relay that is there, but not under the path of its address", .hangLimit)
struct RelayPathTests {
  @Test(
    "A proxy leaves its path on, or doubles a slash: the path is wrong, and no code is asked for",
    arguments: ["/journal/", "//"])
  func proxy(passed: String) async throws {
    try await Stage.withRelay { stage in
      try await LoopbackProxy.with(
        .passing("/journal/", as: passed), to: stage.relay ?? ""
      ) { proxy in
        try await Transcript(
          #"""
          desk$ afterwit init --name desk --recovery-file "$T/recovery"
          ...
          desk$ afterwit relay set "$proxy/journal" --code "$(afterwit-relay code --data "$T/relay")"
          The relay is set. Type: afterwit sync
          desk$ afterwit sync
          There is a relay, but not under this path.
          Everything written here is safe and will be sent later.
          Give its address with the path that a proxy takes off: afterwit relay set URL
          [4]
          """#
        ).play(on: stage, knowing: ["proxy": proxy.address])
        #expect(proxy.received.count == 1, "it was asked again")
      }
    }
  }

  @Test("A proxy takes its path off: everything works")
  func takenOff() async throws {
    try await Stage.withRelay { stage in
      try await LoopbackProxy.with(.passing("/journal/", as: "/"), to: stage.relay ?? "") { proxy in
        try await Transcript(
          #"""
          desk$ afterwit init --name desk --recovery-file "$T/recovery" --relay "$proxy/journal/" --code "$(afterwit-relay code --data "$T/relay")"
          ...
          desk$ afterwit sync
          0 came, 0 went; relay and device hold the same.
          """#
        ).play(on: stage, knowing: ["proxy": proxy.address])
      }
    }
  }

  @Test("With the path put right, the operator's code is still there")
  func corrected() async throws {
    try await Stage.withRelay { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery" --relay "$RELAY/journal" --code "$(afterwit-relay code --data "$T/relay")"
        ...
        There is a relay, but not under this path.
        ...
        [4]
        desk$ afterwit relay set "$RELAY"
        ...
        desk$ afterwit sync
        {*}relay and device hold the same.
        """#
      ).play(on: stage)
    }
  }
}
