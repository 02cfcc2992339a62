internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Tells a relay's figures on an address of its own, which devices and proxies have no business with.
struct MetricsServer: Sendable {
  /// The most connections at once.
  private static let connections = 16

  private let application: Application<CallbackResponder<BasicRequestContext>>

  init(_ figures: RelayFigures, at place: MetricsPlace, logger: Logger) {
    application = Application(
      responder: CallbackResponder { request, _ in
        guard request.method == .get, request.uri.path == "/metrics" else {
          return Response(status: .notFound)
        }
        return Response(
          status: .ok, headers: [.contentType: OpenMetricsText.mediaType],
          body: ResponseBody(byteBuffer: ByteBuffer(string: await figures.text())))
      },
      server: .http1(configuration: .init(idleTimeout: .seconds(30))),
      configuration: ApplicationConfiguration(
        address: .hostname(place.host, port: place.port),
        availableConnectionsDelegate: .maximum(Self.connections, logger: logger)),
      onServerRunning: { channel in
        await place.onListening(channel.localAddress?.port ?? place.port)
      },
      logger: logger)
  }

  /// Serves until its task is shut down gracefully.
  func run() async throws {
    do {
      try await application.run()
    } catch {
      throw MetricsFailure(cause: error)
    }
  }
}

/// Where a relay's figures are told.
package struct MetricsPlace: Sendable {
  let host: String
  let port: Int
  let onListening: @Sendable (Int) async -> Void

  /// An address to listen on.
  /// - Parameters:
  ///   - host: the address, without brackets.
  ///   - port: the port; 0 lets the system choose.
  ///   - onListening: called once with the port.
  package init(
    host: String, port: Int, onListening: @escaping @Sendable (Int) async -> Void = { _ in }
  ) {
    self.host = host
    self.port = port
    self.onListening = onListening
  }
}

/// The figures could not be told at their address.
package struct MetricsFailure: Error {
  /// What was in the way.
  package let cause: any Error
}
