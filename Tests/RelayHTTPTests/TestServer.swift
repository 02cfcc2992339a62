import AfterwitRelay
import AfterwitRelayHTTP
import AfterwitTestRelay
import Logging
import ServiceLifecycle

/// A server on a free port around a relay of its own, stopped gracefully in the end.
func withServer(
  rate: RelayRate = RelayRate(),
  patience: RelayPatience = RelayPatience(
    idle: 600_000, deadline: 600_000, head: 600_000, drain: 1500),
  proxies: TrustedProxies = TrustedProxies(), metrics: MetricsPlace? = nil,
  quota: Quota = Quota(),
  _ body: (TestRelay, SocketClient) async throws -> Void
) async throws {
  try await TestRelay.with(rate: rate, quota: quota) { relay in
    let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "relay-tests")
    logger.logLevel = .critical
    let server = RelayServer(
      service: relay.service, host: "127.0.0.1", port: 0, logger: logger,
      patience: patience, proxies: proxies, metrics: metrics
    ) { port in
      continuation.yield(port)
      continuation.finish()
    }
    let group = ServiceGroup(services: [Running(server: server)], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let port = try await ports.first { _ in true }.required()
      do {
        try await body(relay, SocketClient(port: port))
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}

/// A server as a service of a group.
private struct Running: Service {
  let server: RelayServer

  func run() async throws { try await server.run() }
}
