internal import AfterwitRelay
internal import AfterwitRelayHTTP
internal import AfterwitRelaySQLite
package import AfterwitSync
internal import Foundation
internal import Logging
internal import ServiceLifecycle
internal import Synchronization

/// A relay that serves over HTTP on a free port of this machine, on a folder of its own.
package final class LiveRelay: Sendable {
  /// Its address.
  package let address: RelayAddress
  /// The port of this machine that it listens on.
  package let port: Int
  private let service: RelayService

  private init(port: Int, service: RelayService) throws {
    address = try RelayAddress("http://127.0.0.1:\(port)")
    self.port = port
    self.service = service
  }

  /// Serves while a body runs, then stops and removes the folder.
  package static func with<Value: Sendable>(
    _ body: @Sendable @escaping (LiveRelay) async throws -> Value
  ) async throws -> Value {
    try await RelaySite.with { site in try await site.serving(body) }
  }

  /// Serves from a folder while a body runs, at a port or at any that is free.
  static func with<Value: Sendable>(
    folder: String, port: Int, _ body: @Sendable @escaping (LiveRelay) async throws -> Value
  ) async throws -> Value {
    let storage = try SQLiteStorage(folder: folder, environment: .system)
    let service = RelayService(
      storage: storage, environment: .system, rate: RelayRate(perSecond: 100_000, burst: 100_000))
    let (ports, continuation) = AsyncStream<Int>.makeStream()
    var logger = Logger(label: "relay")
    logger.logLevel = .critical
    let server = RelayServer(service: service, host: "127.0.0.1", port: port, logger: logger) {
      port in
      continuation.yield(port)
      continuation.finish()
    }
    let runner = Runner(server: server)
    let group = ServiceGroup(services: [runner], logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      var iterator = ports.makeAsyncIterator()
      guard let port = await iterator.next() else { throw CancellationError() }
      let relay = try LiveRelay(port: port, service: service)
      do {
        let value = try await body(relay)
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        try storage.close()
        return value
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
    }
  }

  /// A new code of the operator.
  package func makeCode() async throws -> String {
    try await service.makeCode()
  }
}

private struct Runner: Service {
  let server: RelayServer

  func run() async throws {
    try await server.run()
  }
}
