internal import AfterwitWire
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection on which nothing is completed for too long.
///
/// An idle timeout begins anew with every byte, so a peer that sends or reads one byte at a time
/// holds a connection for ever. Here only whole requests and whole answers count: each begins
/// ``RelayPatience/deadline`` anew. The first head of a connection must come in ``RelayPatience/head``,
/// and a body no slower than its least rate. A stream of events is never whole, so of that each piece counts,
/// and it stays while its reader takes them; only who has a session gets one. When the relay stops, what is open has
/// ``RelayPatience/drain`` left.
final class DeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let patience: RelayPatience
  private var deadline = NIODeadline.distantFuture
  /// When the request that is coming has taken as long as any may.
  private var limit = NIODeadline.distantFuture
  private var check: Scheduled<Void>?
  private var isDraining = false
  private var isStreaming = false
  /// When the body began that is coming, and how much of it came.
  private var body: (began: NIODeadline, count: Int)?

  init(patience: RelayPatience) {
    self.patience = patience
  }

  func handlerAdded(context: ChannelHandlerContext) {
    begin(context, milliseconds: min(patience.head, patience.deadline))
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    check?.cancel()
  }

  func channelInactive(context: ChannelHandlerContext) {
    check?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      let now = NIODeadline.now()
      body = (now, 0)
      limit = now + .milliseconds(patience.deadline)
      begin(context, milliseconds: min(patience.head, patience.deadline))
    case .body(let part):
      body?.count += part.readableBytes
      awaitBody(context)
    case .end:
      body = nil
      begin(context, milliseconds: patience.deadline)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      isStreaming = head.headerFields[.contentType] == RelayCall.eventMediaType
    case .body where !isStreaming: break
    // A request that was refused early goes on coming, at its least rate like any other.
    case .body, .end: if body == nil { begin(context, milliseconds: patience.deadline) }
    }
    context.write(data, promise: promise)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is ChannelShouldQuiesceEvent {
      begin(context, milliseconds: patience.drain)
      isDraining = true
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// Allows the body that is coming as long as its least rate does, and no longer than anything may take.
  private func awaitBody(_ context: ChannelHandlerContext) {
    guard let body else { return }
    let allowed = patience.head + Int64(body.count) * 1000 / patience.bytesPerSecond
    let end = min(body.began + .milliseconds(allowed), limit)
    begin(context, milliseconds: max(0, (end - .now()).nanoseconds / 1_000_000))
  }

  private func begin(_ context: ChannelHandlerContext, milliseconds: Int64) {
    guard !isDraining else { return }
    let before = deadline
    deadline = .now() + .milliseconds(milliseconds)
    // A later deadline needs no new timer: the earlier timer finds it when it fires.
    guard check == nil || deadline < before else { return }
    check?.cancel()
    awaitDeadline(of: context.channel)
  }

  private func awaitDeadline(of channel: any Channel) {
    let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
    check = channel.eventLoop.scheduleTask(deadline: deadline) {
      if bound.value.deadline <= .now() {
        channel.close(promise: nil)
      } else {
        bound.value.awaitDeadline(of: channel)
      }
    }
  }
}
