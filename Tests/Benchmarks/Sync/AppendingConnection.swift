import AfterwitWire
import NIOCore
import NIOHTTP1
import NIOPosix

/// A connection that appends one envelope a request, each once the one before it is answered.
///
/// It speaks just enough HTTP for that, so that what is measured is the relay.
final class AppendingConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let requests: [ByteBuffer]
  private let head: HTTPRequestHead
  private let end: ContinuousClock.Instant
  private let appended: EventLoopPromise<Int>
  private var count = 0
  private var answer: [UInt8] = []

  private init(
    _ requests: [ByteBuffer], as token: Token, until end: ContinuousClock.Instant,
    appended: EventLoopPromise<Int>
  ) {
    self.requests = requests
    self.end = end
    self.appended = appended
    head = HTTPRequestHead(
      version: .http1_1, method: .POST, uri: RelayCall.envelopes,
      headers: [
        "host": "127.0.0.1", "authorization": "Bearer \(token.text)",
        "content-type": RelayCall.mediaType,
      ])
  }

  /// Connects and appends envelopes until the time is over or none is left; how many were stored.
  static func append(
    _ requests: [ByteBuffer], as token: Token, port: Int, until end: ContinuousClock.Instant
  ) async throws -> Int {
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let appended = loop.makePromise(of: Int.self)
    let channel = try await ClientBootstrap(group: loop).channelInitializer { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHTTPClientHandlers()
        try channel.pipeline.syncOperations.addHandler(
          AppendingConnection(requests, as: token, until: end, appended: appended))
      }
    }.connect(host: "127.0.0.1", port: port).get()
    let count = try await appended.futureResult.get()
    try await channel.close()
    return count
  }

  func channelActive(context: ChannelHandlerContext) {
    sendNext(context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      if head.status != .ok { fail(context) }
    case .body(let part): answer.append(contentsOf: part.readableBytesView)
    case .end:
      guard let outcomes = try? AppendAnswer(decoding: answer).outcomes, outcomes == [.stored]
      else { return fail(context) }
      answer = []
      count += 1
      sendNext(context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    appended.fail(RelayRefusedAnEnvelope())
  }

  private func sendNext(_ context: ChannelHandlerContext) {
    guard count < requests.count, ContinuousClock.now < end else { return appended.succeed(count) }
    var head = head
    head.headers.add(name: "content-length", value: String(requests[count].readableBytes))
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(requests[count]))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  private func fail(_ context: ChannelHandlerContext) {
    appended.fail(RelayRefusedAnEnvelope())
    context.close(promise: nil)
  }
}

/// The relay did not store what it should have.
struct RelayRefusedAnEnvelope: Error {}
