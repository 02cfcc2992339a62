internal import NIOCore

/// Sends a request's head and body together.
///
/// The client flushes each as it writes it. That is two packets, and the relay is woken for the
/// head only to wait for the body. Here what one turn of the event loop flushes leaves at its end.
final class WholeRequestHandler: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer

  private var isFlushing = false
  private var isRemoved = false

  func flush(context: ChannelHandlerContext) {
    guard !isFlushing else { return }
    isFlushing = true
    context.eventLoop.assumeIsolated().execute {
      self.isFlushing = false
      if !self.isRemoved { context.flush() }
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    isRemoved = true
  }
}
