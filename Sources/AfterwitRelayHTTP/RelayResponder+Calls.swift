internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension RelayResponder {
  /// The longest body of a call that needs no session and brings no envelopes.
  static let shortBody = 1024
  /// Runs the call of a request.
  func answer(
    _ request: Request, route: Route, on channel: any Channel
  ) async throws -> Response {
    switch route {
    case .health: return Response(text: "alive")
    case .ready:
      try await service.requireReady()
      return Response(text: "ready")
    case .challenge:
      _ = try values(of: request, route: route)
      let body = try await body(of: request, limit: Self.shortBody)
      let asked = try parse { () throws(DecodingFailure) in try ChallengeRequest(decoding: body) }
      return Response(bytes: try service.challenge(asked).bytes)
    case .login:
      _ = try values(of: request, route: route)
      return Response(bytes: try await login(request).bytes)
    case .found:
      _ = try values(of: request, route: route)
      return Response(bytes: try await found(request).bytes)
    case .leave, .collect:
      return try await answerMailbox(request, route: route)
    case .closeMailbox(let text):
      let token = try token(of: request)
      _ = try values(of: request, route: route)
      try await service.closeMailbox(mailbox(text), with: token)
      return Response(bytes: [])
    case .events:
      let token = try token(of: request)
      let session = try await service.listening(with: token)
      book.showSession(on: channel)
      _ = try values(of: request, route: route)
      return events(for: token, of: session, until: request.body)
    case .unknown:
      throw RelayDenial(.path)
    default:
      let session = try await service.session(for: try token(of: request))
      book.showSession(on: channel)
      return try await answer(request, route: route, as: session)
    }
  }

  /// Runs a call that needs a session; the body is read only now.
  private func answer(
    _ request: Request, route: Route, as session: RelaySession
  ) async throws -> Response {
    let values = try values(of: request, route: route)
    switch route {
    case .append:
      try await service.admitAppend(as: session)
      let body = try await body(of: request, limit: Limits.message)
      let page = try parse { () throws(DecodingFailure) in
        var cursor = ByteCursor(body)
        return try Page.decode(&cursor)
      }
      guard !page.isEmpty else {
        throw RelayDenial(.malformed, "The request brings no envelope.")
      }
      return Response(bytes: try await service.append(page, as: session).bytes)
    case .pull:
      guard let cursor = RelayCursor(text: values[0]) else {
        throw RelayDenial(.malformed, "A pull names its cursor: ?after=POSITION-HASH.")
      }
      return Response(bytes: try await service.pull(after: cursor, as: session).bytes)
    case .heads:
      return Response(bytes: try await service.heads(as: session).bytes)
    case .log(let text):
      guard let bytes = Hexadecimal.decode(text), let device = DeviceID(bytes),
        let first = number(values[0]), let last = number(values[1])
      else { throw RelayDenial(.malformed, "A log is asked for as DEVICE?from=N&to=N.") }
      let answer = try await service.log(of: device, from: first, through: last, as: session)
      return Response(bytes: answer.bytes)
    case .openMailbox(let text):
      try await service.openMailbox(mailbox(text), as: session)
      return Response(bytes: [])
    default:
      throw RelayDenial(.path)
    }
  }

  /// Runs a call for which a mailbox's token is enough.
  private func answerMailbox(_ request: Request, route: Route) async throws -> Response {
    let mailbox = try await service.mailbox(for: try token(of: request))
    let values = try values(of: request, route: route)
    if route == .leave {
      let message = try await body(of: request, limit: Limits.mailboxMessage)
      guard !message.isEmpty else {
        throw RelayDenial(.malformed, "The request brings no message.")
      }
      try await service.leave(message, in: mailbox)
      return Response(bytes: [])
    }
    guard let count = number(values[0]) else {
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

  /// The values of a query that names what its call takes, each once, in order (AW-RELAY-56).
  private func values(of request: Request, route: Route) throws(RelayDenial) -> [Substring] {
    guard let query = request.uri.query else {
      guard route.queryNames.isEmpty else { throw RelayDenial(.malformed, route.queryForm) }
      return []
    }
    let parts = query.split(separator: "&", omittingEmptySubsequences: false)
    let values = zip(parts, route.queryNames).compactMap { part, name in
      part.hasPrefix(name + "=") ? part.dropFirst(name.utf8.count + 1) : nil
    }
    guard !values.isEmpty, values.count == parts.count, values.count == route.queryNames.count
    else { throw RelayDenial(.malformed, route.queryForm) }
    return values
  }

  /// An integer in its one decimal form.
  private func number(_ text: Substring) -> UInt64? {
    UInt64(text).flatMap { String($0) == text ? $0 : nil }
  }
}
