internal import AfterwitRelay
internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Answers HTTP requests: finds the call, runs it, and puts its answer or refusal into HTTP.
struct RelayResponder: HTTPResponder {
  let service: RelayService
  let logger: Logger
  /// After how long without an event a stream is written a heartbeat.
  let heartbeat: Duration

  /// Answers one request; every failure becomes a refusal.
  func respond(to request: Request, context: RelayContext) async throws -> Response {
    let start = ContinuousClock.now
    let route = Route(request)
    let response: Response
    do {
      try service.admit(address: context.address)
      response = try await answer(request, route: route)
    } catch let denial as RelayDenial {
      response = Response(denial)
    } catch is RequestCut {
      response = Response(RelayDenial(.malformed, "The request ended early."))
    }
    logger.info(
      "answered",
      metadata: [
        "method": "\(request.method.rawValue)", "call": "\(route.name)",
        "status": "\(response.status.code)",
        "refusal": "\(response.headers[RelayField.refusal] ?? "none")",
        "milliseconds": "\(start.duration(to: .now) / .milliseconds(1))",
      ])
    return response
  }
}

/// The body ended before its time, or the connection did.
struct RequestCut: Error {}
