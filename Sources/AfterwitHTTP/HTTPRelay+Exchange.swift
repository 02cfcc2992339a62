internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

extension HTTPRelay {
  /// One call, before it is sent.
  struct Request: Sendable {
    let method: HTTPMethod
    let path: String
    let token: Token?
    let body: [UInt8]?

    init(_ method: HTTPMethod, _ path: String, token: Token? = nil, body: [UInt8]? = nil) {
      self.method = method
      self.path = path
      self.token = token
      self.body = body
    }
  }

  /// Sends a call and reads its answer, all within the time limit.
  func call<Value: Sendable>(
    _ request: Request, _ decode: ([UInt8]) throws(DecodingFailure) -> Value
  ) async throws(RelayFailure) -> RelayAnswer<Value> {
    let answer: RawAnswer
    do {
      answer = try await withTimeLimit(limits.call) { try await exchange(request) }
    } catch {
      throw RelayFailure(describing: error, limits: limits)
    }
    let generation = try answer.requireGenuine()
    do throws(DecodingFailure) {
      return RelayAnswer(generation: generation, value: try decode(answer.body))
    } catch {
      throw .notARelay("its answer makes no sense at byte \(error.offset): \(error.reason)")
    }
  }

  private func exchange(_ request: Request) async throws -> RawAnswer {
    var outgoing = HTTPClientRequest(url: address.text + request.path)
    outgoing.method = request.method
    outgoing.headers.add(name: "accept", value: RelayCall.mediaType)
    if let token = request.token {
      outgoing.headers.add(name: "authorization", value: "Bearer \(token.text)")
    }
    if let body = request.body {
      outgoing.headers.add(name: "content-type", value: RelayCall.mediaType)
      outgoing.body = .bytes(ByteBuffer(bytes: body))
    }
    let response = try await client.execute(outgoing, timeout: TimeAmount(limits.call))
    let body = try await collect(response.body)
    return RawAnswer(status: response.status.code, headers: response.headers, body: body)
  }
}

extension HTTPRelay {
  /// Reads a body to its end, within ``Limits/message``.
  private func collect(_ parts: HTTPClientResponse.Body) async throws -> [UInt8] {
    var body: [UInt8] = []
    do {
      for try await part in parts {
        guard body.count + part.readableBytes <= Limits.message else { throw AnswerIsTooLong() }
        body.append(contentsOf: part.readableBytesView)
      }
    } catch let error as HTTPClientError where error == .remoteConnectionClosed {
      throw AnswerBrokeOff()
    } catch is HTTPParserError {
      throw AnswerBrokeOff()
    }
    return body
  }
}

/// The connection ended before the answer did.
struct AnswerBrokeOff: Error {}

/// The answer passes ``Limits/message``.
struct AnswerIsTooLong: Error {}

/// The time for a call is used up.
struct TimeIsUp: Error {}

/// Runs a body and cancels it when the time is up.
///
/// The client's own deadline ends with the head of the answer; a body that trickles needs this.
private func withTimeLimit<Result: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  try await withThrowingTaskGroup(of: Result.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await ContinuousClock().sleep(for: limit)
      throw TimeIsUp()
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() else { throw TimeIsUp() }
    return result
  }
}
