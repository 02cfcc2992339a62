import AfterwitProcesses
import Testing

@Suite("A relay that cannot be reached: what is in the way, and what to do", .hangLimit)
struct ObstacleTests {
  /// A name that cannot be one, so that nobody is asked for it.
  private static let longName = String(repeating: "a", count: 64) + ".test"

  private static func sync(
    with relay: String, on stage: Stage, _ variables: [String: String] = [:], before: String = ""
  ) async throws -> Outcome {
    var shell = stage.shell(at: "desk")
    shell.variables.merge(["https_proxy": "", "no_proxy": ""]) { $1 }
    shell.variables.merge(variables) { $1 }
    let set = try await shell.run("afterwit relay set \(relay)")
    #expect(set.code == 0, "\(set.talk)")
    return try await shell.run("\(before) afterwit sync")
  }

  private static func expect(_ outcome: Outcome, _ first: String, _ last: String) {
    let lines = [first, "Everything written here is safe and will be sent later.", last]
    #expect(outcome.code == 4 && outcome.talkLines == lines, "\(outcome.talk)")
  }

  @Test("No name, no connection, no trust and no TLS are four things")
  func four() async throws {
    try await Scene.alone.play { stage, _ in
      Self.expect(
        try await Self.sync(with: "https://\(Self.longName)", on: stage),
        "No machine is known by the name \(Self.longName).",
        "Check the network, and the address in afterwit status --all; then type: afterwit sync")
      Self.expect(
        try await Self.sync(with: "https://127.0.0.1:1", on: stage),
        "No connection to 127.0.0.1:1 could be made: Connection refused.",
        "Check that the relay runs there and that the port is right; then type: afterwit sync")
      try await TLSServer.with(on: stage) { server in
        Self.expect(
          try await Self.sync(with: "https://localhost:\(server.port)", on: stage),
          "The certificate of localhost is not trusted: nobody whom this machine trusts has signed "
            + "it.",
          "If it is your own, add it to this machine's with update-ca-certificates; else ask who "
            + "runs it.")
      }
      try await RawServer.with(status: "200 OK", type: "text/html", body: "No.") { server in
        let place = server.address.dropFirst("http://".count)
        Self.expect(
          try await Self.sync(with: "https://\(place)", on: stage),
          "What answers at \(place) speaks no TLS that this machine speaks.",
          "Check the port: https:// leads to a proxy with TLS before the relay.")
      }
    }
  }

  @Test("A certificate that is trusted and for another name", .enabled { await Machinery.mounts() })
  func otherName() async throws {
    try await Scene.alone.play { stage, _ in
      try await TLSServer.with(on: stage) { server in
        Self.expect(
          try await Self.sync(
            with: "https://localhost:\(server.port)", on: stage, before: Self.trusting(server)),
          "The certificate of localhost is not trusted: it is for another name.",
          "Check the address: afterwit relay set URL")
      }
    }
  }

  @Test("The proxy in https_proxy leads to the relay, and learns its name only (AW-SYNC-23)")
  func tunnel() async throws {
    try await Scene.alone.play { stage, _ in
      try await TLSServer.with(on: stage) { server in
        try await LoopbackProxy.with(.tunnelling, to: ":" + server.port) { proxy in
          let isTrusted = await Machinery.mounts()
          for name in ["https_proxy", "HTTPS_PROXY"] {
            let outcome = try await Self.sync(
              with: "https://relay.test:4430 --header 'X-Key: open sesame'", on: stage,
              [name: proxy.address], before: isTrusted ? Self.trusting(server) : "")
            #expect(outcome.code == 4)
            #expect(
              outcome.talk.contains(
                isTrusted
                  ? "not a relay: its answer broke off or is not HTTP"
                  : "The certificate of relay.test is not trusted"), "\(outcome.talk)")
          }
          #expect(proxy.received.count == 2)
          for request in proxy.received.map({ $0.lowercased() }) {
            #expect(request.hasPrefix("connect relay.test:4430 http/1.1\r\n"))
            #expect(!request.contains("x-key") && !request.contains("bearer"), "\(request)")
          }
          let without = try await Self.sync(
            with: "https://localhost:\(server.port)", on: stage,
            ["https_proxy": proxy.address, "no_proxy": "localhost"])
          #expect(without.talk.contains("The certificate of localhost"), "\(without.talk)")
          #expect(proxy.received.count == 2, "no_proxy was not heeded")
        }
      }
    }
  }

  @Test("A proxy that is away or refuses is not taken for the relay")
  func awayProxy() async throws {
    try await Scene.alone.play { stage, _ in
      Self.expect(
        try await Self.sync(
          with: "https://relay.test", on: stage, ["https_proxy": "http://127.0.0.1:1"]),
        "No connection to relay.test, or to the proxy in https_proxy, could be made: "
          + "Connection refused.",
        "Check that the relay runs there and that the port is right; then type: afterwit sync")
      Self.expect(
        try await Self.sync(
          with: "https://relay.test", on: stage, ["https_proxy": "http://\(Self.longName):8080"]),
        "No machine is known by the name of the proxy in https_proxy.",
        "Correct https_proxy, or name the relay in no_proxy; then type: afterwit sync")
      try await LoopbackProxy.with(
        .refusing("407 Proxy Authentication Required"), to: ""
      ) { proxy in
        Self.expect(
          try await Self.sync(
            with: "https://relay.test", on: stage, ["https_proxy": proxy.address]),
          "The proxy in https_proxy makes no connection to the relay (status 407).",
          "Put name and password into https_proxy if it wants them, or the relay into no_proxy.")
        #expect(proxy.received.count == 1, "it was asked again")
      }
    }
  }

  @Test("Plain HTTP goes to the relay itself, whatever proxy the environment names")
  func plain() async throws {
    try await Scene.paired.play { stage, _ in
      try await LoopbackProxy.with(.refusing("403 Forbidden"), to: "") { proxy in
        var shell = stage.shell(at: "desk")
        for name in ["http_proxy", "https_proxy", "all_proxy"] {
          shell.variables[name] = proxy.address
        }
        let outcome = try await shell.run("afterwit sync")
        #expect(outcome.code == 0 && proxy.received.isEmpty, "\(outcome.talk)")
      }
    }
  }

  /// What stands before a command that trusts the server's certificate and no other.
  private static func trusting(_ server: TLSServer) -> String {
    let mount = "mount --make-rprivate / && mount --bind \(server.certificates) /etc/ssl/certs"
    return #"unshare -m sh -c '\#(mount) && exec "$@"' sh"#
  }
}
