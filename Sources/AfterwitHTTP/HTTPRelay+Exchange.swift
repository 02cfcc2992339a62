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
  ///
  /// The client's deadline is that of the whole answer, its last byte included.
  func call<Value: Sendable>(
    _ request: Request, _ decode: ([UInt8]) throws(DecodingFailure) -> Value
  ) async throws(RelayFailure) -> RelayAnswer<Value> {
    let answer: RawAnswer
    do {
      answer = try await exchange(request)
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
    let collector = AnswerCollector()
    let task = client.execute(
      request: try outgoing(request), delegate: collector,
      eventLoop: .delegate(on: loop), deadline: .now() + TimeAmount(limits.call))
    do {
      return try await withTaskCancellationHandler {
        try await task.get()
      } onCancel: {
        task.cancel()
      }
    } catch let error as HTTPClientError where error == .remoteConnectionClosed {
      throw collector.hasBegun ? AnswerBrokeOff() : error
    }
  }

  private func outgoing(_ request: Request) throws -> HTTPClient.Request {
    var headers = HTTPHeaders([("accept", RelayCall.mediaType)])
    if let token = request.token {
      headers.add(name: "authorization", value: "Bearer \(token.text)")
    }
    if request.body != nil {
      headers.add(name: "content-type", value: RelayCall.mediaType)
    }
    return try HTTPClient.Request(
      url: address.text + request.path, method: request.method, headers: headers,
      body: request.body.map { .byteBuffer(ByteBuffer(bytes: $0)) })
  }
}

/// The connection ended before the answer did.
struct AnswerBrokeOff: Error {}
