internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension RelayResponder {
  /// The longest body of a call that needs no session and brings no envelopes.
  private static let shortBody = 1024
  /// The longest body of a call that brings an envelope, or some, to open a session.
  private static let openingBody = Limits.payload + Envelope.prefixByteCount + shortBody

  /// Runs the call of a request.
  func answer(_ request: Request, route: Route) async throws -> Response {
    switch route {
    case .health:
      return Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: "alive\n")))
    case .challenge:
      let body = try await body(of: request, limit: Self.shortBody)
      let asked = try parse { () throws(DecodingFailure) in try ChallengeRequest(decoding: body) }
      return Response(bytes: try service.challenge(asked).bytes)
    case .login:
      let body = try await body(of: request, limit: Self.openingBody)
      let login = try parse { () throws(DecodingFailure) in try LoginRequest(decoding: body) }
      return Response(bytes: try await service.login(login).bytes)
    case .found:
      let body = try await body(of: request, limit: Self.openingBody)
      let found = try parse { () throws(DecodingFailure) in try FoundRequest(decoding: body) }
      return Response(bytes: try await service.found(found).bytes)
    case .leave, .collect:
      return try await answerMailbox(request, route: route)
    case .unknown:
      throw RelayDenial(.path)
    default:
      let session = try await service.session(for: try token(of: request))
      return try await answer(request, route: route, as: session)
    }
  }

  /// Runs a call that needs a session; the body is read only now.
  private func answer(
    _ request: Request, route: Route, as session: RelaySession
  ) async throws -> Response {
    switch route {
    case .append:
      let body = try await body(of: request, limit: Limits.message)
      let page = try parse { () throws(DecodingFailure) in
        var cursor = ByteCursor(body)
        return try Page.decode(&cursor)
      }
      return Response(bytes: try await service.append(page, as: session).bytes)
    case .pull:
      guard let text = query("after", of: request), let cursor = RelayCursor(text: text) else {
        throw RelayDenial(.malformed, "A pull names its cursor: ?after=POSITION-HASH.")
      }
      return Response(bytes: try await service.pull(after: cursor, as: session).bytes)
    case .heads:
      return Response(bytes: try await service.heads(as: session).bytes)
    case .log(let text):
      guard let bytes = Hexadecimal.decode(text), let device = DeviceID(bytes),
        let first = query("from", of: request).flatMap({ UInt64($0) }),
        let last = query("to", of: request).flatMap({ UInt64($0) })
      else { throw RelayDenial(.malformed, "A log is asked for as DEVICE?from=N&to=N.") }
      let answer = try await service.log(of: device, from: first, through: last, as: session)
      return Response(bytes: answer.bytes)
    case .openMailbox(let text):
      try await service.openMailbox(mailbox(text), as: session)
      return Response(bytes: [])
    case .closeMailbox(let text):
      try await service.closeMailbox(mailbox(text), as: session)
      return Response(bytes: [])
    default:
      throw RelayDenial(.path)
    }
  }

  /// Runs a call for which a mailbox's token is enough.
  private func answerMailbox(_ request: Request, route: Route) async throws -> Response {
    let mailbox = try await service.mailbox(for: try token(of: request))
    if route == .leave {
      let message = try await body(of: request, limit: Limits.mailboxMessage)
      try await service.leave(message, in: mailbox)
      return Response(bytes: [])
    }
    guard let count = query("after", of: request).flatMap({ UInt64($0) }) else {
      throw RelayDenial(.malformed, "Messages are asked for as ?after=N.")
    }
    return Response(bytes: try await service.collect(after: count, in: mailbox).bytes)
  }

  private func token(of request: Request) throws(RelayDenial) -> Token {
    let scheme = "bearer "
    guard let field = request.headers[.authorization],
      field.prefix(scheme.count).lowercased() == scheme,
      let token = Token(text: field.dropFirst(scheme.count))
    else { throw RelayDenial(.unauthorized) }
    return token
  }

  private func mailbox(_ text: Substring) throws(RelayDenial) -> MailboxID {
    guard let bytes = Hexadecimal.decode(text), let id = MailboxID(bytes) else {
      throw RelayDenial(.malformed, "A mailbox is named by 64 hexadecimal digits.")
    }
    return id
  }

  private func query(_ name: Substring, of request: Request) -> Substring? {
    request.uri.queryParameters[name]
  }

  private func parse<Value>(
    _ body: () throws(DecodingFailure) -> Value
  ) throws(RelayDenial) -> Value {
    do {
      return try body()
    } catch {
      throw RelayDenial(error.reason == .overLimit ? .tooLarge : .malformed)
    }
  }

  private func body(of request: Request, limit: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw RelayDenial(.tooLarge)
    }
    do {
      return Array(buffer: try await request.body.collect(upTo: limit))
    } catch is NIOTooManyBytesError {
      throw RelayDenial(.tooLarge)
    } catch {
      throw RequestCut()
    }
  }
}
