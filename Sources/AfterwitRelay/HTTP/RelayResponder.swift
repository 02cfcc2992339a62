internal import AfterwitEncoding
internal import AfterwitWire
internal import Glibc
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// Answers HTTP requests: finds the call, runs it, and puts its answer or refusal into HTTP.
struct RelayResponder: HTTPResponder {
  let service: RelayService
  let logger: Logger

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
        "refusal": "\(response.headers[.refusal] ?? "none")",
        "milliseconds": "\(start.duration(to: .now) / .milliseconds(1))",
      ])
    return response
  }
}

/// The body ended before its time, or the connection did.
struct RequestCut: Error {}

/// What the responder is told of a request's connection.
struct RelayContext: InitializableFromSource {
  /// The peer, for its rate: an IPv4 address, or the half of an IPv6 address that names a network.
  let address: String

  init(source: ApplicationRequestContextSource) {
    address = Self.network(of: source.channel.remoteAddress?.ipAddress ?? "local")
  }

  private static func network(of address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    return Hexadecimal.encode(bytes.prefix(8))
  }
}

extension Response {
  /// The answer of a call; no bytes for a call that has nothing to say.
  init(bytes: [UInt8]) {
    self.init(
      status: .ok, headers: [.contentType: RelayCall.mediaType],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A refusal: its status, its word in a header, its sentence as plain text.
  init(_ denial: RelayDenial) {
    var headers: HTTPFields = [
      .contentType: "text/plain; charset=utf-8", .refusal: denial.refusal.rawValue,
    ]
    headers[.retryAfter] = denial.retryAfterSeconds.map(String.init)
    self.init(
      status: HTTPResponse.Status(code: denial.refusal.status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: denial.sentence + "\n")))
  }
}
