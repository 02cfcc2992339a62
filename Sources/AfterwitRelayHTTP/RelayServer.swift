internal import AfterwitEncoding
package import AfterwitRelay
internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import UnixSignals

/// The relay's HTTP binding: a ``RelayService`` behind one listening address.
///
/// It ends by graceful shutdown of the task that runs it: streams of events end at once, other open
/// requests get ``RelayPatience/drain``, then their connections are closed.
package struct RelayServer: Sendable {
  private let application: Application<RelayResponder>
  private let service: RelayService
  private let logger: Logger
  private let refusals: Refusals
  private let watching: MetricsServer?

  /// A server that listens once it runs; port 0 lets the system choose.
  /// - Parameters:
  ///   - service: What answers.
  ///   - host: The address to listen on, without brackets.
  ///   - port: The port to listen on.
  ///   - logger: Where each answer is noted, without content or tokens.
  ///   - patience: How long a connection may take.
  ///   - proxies: Whose word for who sent a request is taken.
  ///   - metrics: Where its figures are told; nowhere as a rule.
  ///   - onListening: Called once with the port.
  package init(
    service: RelayService, host: String, port: Int, logger: Logger,
    patience: RelayPatience = RelayPatience(), proxies: TrustedProxies = TrustedProxies(),
    metrics place: MetricsPlace? = nil,
    onListening: @escaping @Sendable (Int) async -> Void
  ) {
    self.service = service
    self.logger = logger
    let book = ConnectionBook()
    let refusals = Refusals(of: service, logger: logger)
    self.refusals = refusals
    let metrics = RelayMetrics()
    watching = place.map { place in
      MetricsServer(
        RelayFigures(service: service, metrics: metrics, book: book), at: place, logger: logger)
    }
    let generation = service.generation.description
    let channel = HTTP1Channel.Configuration(
      additionalChannelHandlers: [
        GenerationHandler(generation: generation), TurnHandler(), AmbiguityHandler(),
        DeadlineHandler(patience: patience),
      ],
      idleTimeout: .milliseconds(patience.idle),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: RelayLimits.head, maxHeaderListSize: RelayLimits.head,
        maxHeaderFieldCount: RelayLimits.headFields))
    application = Application(
      responder: RelayResponder(
        service: service, logger: logger, refusals: refusals, metrics: metrics, proxies: proxies,
        book: book, heartbeat: .milliseconds(patience.heartbeat)),
      server: HTTPServerBuilder { responder in
        LoopChannel(
          base: HTTP1Channel(responder: responder, configuration: channel), book: book,
          proxies: proxies)
      },
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port),
        // One more is taken to find out whose place it can have.
        availableConnectionsDelegate: .maximum(RelayLimits.connections + 32, logger: logger)),
      onServerRunning: { channel in
        await onListening(channel.localAddress?.port ?? port)
      },
      logger: logger)
  }

  /// Serves until its task is shut down gracefully, as a service group does.
  package func run() async throws {
    defer { refusals.tellRest() }
    try await withGracefulShutdownHandler {
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        if let watching { tasks.addTask { try await watching.run() } }
        tasks.addTask { try await application.run() }
        try await tasks.waitForAll()
      }
    } onGracefulShutdown: {
      service.endListening()
    }
  }

  /// Serves until SIGTERM or SIGINT.
  package func runUntilSignal() async throws {
    try await ServiceGroup(
      services: [Serving(server: self)], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: logger
    ).run()
  }
}

/// The server as the one service of a process.
private struct Serving: Service {
  let server: RelayServer

  func run() async throws { try await server.run() }
}
