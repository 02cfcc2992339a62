import NIOCore
import NIOEmbedded
import Testing

@testable import AfterwitHTTP

@Suite("A request leaves in one piece")
struct WholeRequestTests {
  @Test("what one turn of the loop flushes leaves at its end, and the next turn's after it")
  func together() throws {
    let flushes = FlushCounter()
    let channel = EmbeddedChannel(handlers: [flushes, WholeRequestHandler()])
    for turn in 1...2 {
      for part in ["head", "body"] {
        channel.write(ByteBuffer(string: part), promise: nil)
        channel.flush()
      }
      #expect(flushes.count == turn - 1)
      #expect(try channel.readOutbound(as: ByteBuffer.self) == nil)
      channel.embeddedEventLoop.run()
      #expect(flushes.count == turn)
      #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "head"))
      #expect(try channel.readOutbound(as: ByteBuffer.self) == ByteBuffer(string: "body"))
    }
    _ = try channel.finish()
  }
}

/// Counts what is flushed to the connection.
private final class FlushCounter: ChannelOutboundHandler {
  typealias OutboundIn = ByteBuffer

  private(set) var count = 0

  func flush(context: ChannelHandlerContext) {
    count += 1
    context.flush()
  }
}
