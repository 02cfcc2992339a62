internal import AfterwitWire
internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Closes a connection on which nothing is completed for too long.
///
/// An idle timeout begins anew with every byte, so a peer that sends or reads one byte at a time
/// holds a connection for ever. Here only whole requests and whole answers count: each begins
/// ``RelayPatience/deadline`` anew. A stream of events is never whole, so of that each piece counts,
/// and it stays while its reader takes them; only who has a session gets one. When the relay stops, what is open has
/// ``RelayPatience/drain`` left.
final class DeadlineHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let patience: RelayPatience
  private var deadline = NIODeadline.distantFuture
  private var check: Scheduled<Void>?
  private var isDraining = false
  private var isStreaming = false

  init(patience: RelayPatience) {
    self.patience = patience
  }

  func handlerAdded(context: ChannelHandlerContext) {
    begin(context, milliseconds: patience.deadline)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    check?.cancel()
  }

  func channelInactive(context: ChannelHandlerContext) {
    check?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .end = unwrapInboundIn(data) {
      begin(context, milliseconds: patience.deadline)
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      isStreaming = head.headerFields[.contentType] == RelayCall.eventMediaType
    case .body where !isStreaming: break
    case .body, .end: begin(context, milliseconds: patience.deadline)
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
