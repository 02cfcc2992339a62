internal import AfterwitRelay
internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

// A stream of events goes through proxies that were made for answers with an end. So it forbids them
// to keep or to collect it, begins with a comment, because some hold the head back until a byte
// follows, and is never silent for long (Protocol/decisions/29-events).

extension RelayResponder {
  private static let comment = ":\n\n"

  /// The events of a session's journal, until the session, the member, the client or the relay ends.
  func events(for token: Token, of session: RelaySession, until body: RequestBody) -> Response {
    let (service, heartbeat) = (service, heartbeat)
    let seconds = Int((heartbeat / .seconds(1)).rounded(.up))
    return Response(
      status: .ok,
      headers: [
        .contentType: RelayCall.eventMediaType, .cacheControl: "no-cache",
        RelayField.buffering: "no", RelayField.heartbeat: String(seconds),
      ],
      body: ResponseBody { writer in
        let listener = service.listen(as: session)
        defer { service.endListening(listener) }
        try await body.consumeWithInboundCloseHandler { _ in
          try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
              while true {
                try await Task.sleep(for: heartbeat)
                listener.wake()
              }
            }
            defer { group.cancelAll() }
            try await Self.write(listener, to: &writer) {
              @Sendable () async throws(RelayDenial) in
              try await service.position(for: token)
            }
          }
        } onInboundClosed: {
          listener.end()
        }
        try await writer.finish(nil)
      })
  }

  /// Writes where the order ends, now and whenever it has grown; a comment where it has not.
  @concurrent
  private static func write(
    _ listener: Listener, to writer: inout any ResponseBodyWriter,
    position: @Sendable () async throws(RelayDenial) -> UInt64
  ) async throws {
    var told = try? await position()
    try await writer.write(ByteBuffer(string: comment + event(told)))
    for await _ in listener.calls {
      var text = comment
      do throws(RelayDenial) {
        let now = try await position()
        if now != told { text = event(now) }
        told = now
      } catch {
        guard error.refusal == .busy else { return }
      }
      try await writer.write(ByteBuffer(string: text))
    }
  }

  private static func event(_ position: UInt64?) -> String {
    position.map { "data: \($0)\n\n" } ?? ""
  }
}
