internal import NIOCore
internal import NIOHTTPTypes

/// Gives the requests of one connection their turn one at a time, and others theirs in between.
///
/// A client may send many requests without waiting for answers. An event loop that has them all would
/// answer them in a row before it looks at another connection. Here the next request of such a
/// connection is held back until the last one is answered, and then for ``pause``; meanwhile nothing
/// more is read of it. Who waits for each answer never meets the pause.
final class TurnHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private static let pause = TimeAmount.milliseconds(1)

  private var held: [HTTPRequestPart] = []
  private var isReadHeld = false
  /// What ended the connection's input while requests were held.
  private var isInputClosed = false
  private var failure: (any Error)?
  private var isRequestWhole = false
  private var isAnswered = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    if isRequestWhole || !held.isEmpty { held.append(part) } else { pass(part, context) }
  }

  func read(context: ChannelHandlerContext) {
    if held.isEmpty { context.read() } else { isReadHeld = true }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    let part = unwrapOutboundIn(data)
    context.write(data, promise: promise)
    switch part {
    case .head, .body: isAnswered = false
    case .end:
      isAnswered = true
      endTurn(context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if !held.isEmpty, let event = event as? ChannelEvent, event == .inputClosed {
      isInputClosed = true
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if held.isEmpty { context.fireErrorCaught(error) } else { failure = error }
  }

  private func pass(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
    if case .end = part { isRequestWhole = true }
    context.fireChannelRead(wrapInboundOut(part))
    // A refusal may have been written before the request was whole.
    if isRequestWhole, isAnswered { endTurn(context) }
  }

  private func endTurn(_ context: ChannelHandlerContext) {
    guard isRequestWhole else { return }
    (isRequestWhole, isAnswered) = (false, false)
    guard !held.isEmpty else { return }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.pause) {
      let (handler, context) = bound.value
      handler.release(context)
    }
  }

  private func release(_ context: ChannelHandlerContext) {
    while !isRequestWhole, !held.isEmpty { pass(held.removeFirst(), context) }
    context.fireChannelReadComplete()
    guard held.isEmpty else { return }
    if let failure { context.fireErrorCaught(failure) }
    if isInputClosed { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
    (failure, isInputClosed) = (nil, false)
    guard isReadHeld else { return }
    isReadHeld = false
    context.read()
  }
}
