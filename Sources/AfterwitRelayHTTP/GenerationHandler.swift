internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Puts the generation on every answer of a connection, those to broken HTTP included.
final class GenerationHandler: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let generation: String

  init(generation: String) {
    self.generation = generation
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(var head) = unwrapOutboundIn(data) else {
      context.write(data, promise: promise)
      return
    }
    head.headerFields[RelayField.generation] = generation
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }
}
