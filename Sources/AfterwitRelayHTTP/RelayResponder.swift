internal import AfterwitRelay
internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Answers HTTP requests: finds the call, runs it, and puts its answer or refusal into HTTP.
struct RelayResponder: HTTPResponder {
  let service: RelayService
  let logger: Logger
  /// What was refused.
  let refusals: Refusals
  /// What is counted for whoever watches over the relay.
  let metrics: RelayMetrics
  /// Whose word for who sent a request is taken.
  let proxies: TrustedProxies
  /// The connections, of which those keep their place that show a session.
  let book: ConnectionBook
  /// After how long without an event a stream is written a heartbeat.
  let heartbeat: Duration
  /// How many strangers may introduce themselves at a time.
  let introductions = Turnstile(capacity: RelayLimits.introductions)

  /// Answers one request; every failure becomes a refusal.
  func respond(to request: Request, context: RelayContext) async throws -> Response {
    let start = ContinuousClock.now
    let route = Route(request)
    let response: Response
    do {
      // Whoever watches over the relay is answered however much an address sends.
      if !route.isWatch {
        let client = context.peer.map { proxies.client(of: request.headers, from: $0) }
        try service.admit(address: client?.network ?? "")
      }
      response = try await answer(request, route: route, on: context.channel)
    } catch let denial as RelayDenial {
      // Who sends too much waits for its refusal, and others have the time.
      if denial.refusal == .tooMany { try? await Task.sleep(for: .milliseconds(100)) }
      response = Response(denial)
    } catch is RequestCut {
      response = Response(RelayDenial(.malformed, "The request ended early."))
    }
    let elapsed = start.duration(to: .now)
    let refusal = response.headers[RelayField.refusal]
    metrics.count(route.name, outcome: refusal ?? "ok", seconds: elapsed / .seconds(1))
    if let refusal {
      refusals.count(route.name, refusal)
      return response
    }
    logger.info(
      "answered",
      metadata: [
        "method": "\(request.method.rawValue)", "call": "\(route.name)",
        "status": "\(response.status.code)",
        "milliseconds": "\(elapsed / .milliseconds(1))",
      ])
    return response
  }
}

/// The body ended before its time, or the connection did.
struct RequestCut: Error {}
