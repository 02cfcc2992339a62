internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes

/// Refuses a request that a proxy and the relay could read as two different ones, and what follows it.
///
/// Which host it is for, or where its body ends, must not depend on who reads (RFC 9112, 3.2 and 6.1).
/// Such a request is an error of its connection like broken HTTP: answered in its turn, then closed.
final class AmbiguityHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// What the connection ends with, once a request was refused.
  private var end: HTTPResponse.Status?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard end == nil else { return }
    if case .head(let head) = unwrapInboundIn(data) { end = Self.refusal(of: head) }
    if end == nil {
      context.fireChannelRead(data)
    } else {
      context.fireErrorCaught(HTTPParserError.invalidHeaderToken)
    }
  }

  /// The answer to an error is 400 for whoever gives it, so the status is put right here.
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard let end, case .head(var head) = unwrapOutboundIn(data), head.status == .badRequest,
      head.headerFields[.contentLength] == "0"
    else {
      context.write(data, promise: promise)
      return
    }
    head.status = end
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }

  private static func refusal(of head: HTTPRequest) -> HTTPResponse.Status? {
    // The first field of the name is the authority already; another one is still among the fields.
    guard let host = head.authority, !host.isEmpty, !host.contains(where: separators.contains),
      HTTPField.Name("host").flatMap({ head.headerFields[$0] }) == nil
    else { return .badRequest }
    guard let coding = head.headerFields[.transferEncoding]?.lowercased() else { return nil }
    if coding == "chunked" { return nil }
    let codings = coding.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
    return codings.count { $0 == "chunked" } == 1 ? .notImplemented : .badRequest
  }

  private static let separators: Set<Character> = [" ", "\t", ",", "/", "?", "#", "@"]
}
