import NIOCore
import NIOPosix
import Synchronization

/// What a raw server writes to whoever sends a request head.
struct RawReply: Sendable {
  var bytes: [UInt8]
  /// Whether the connection is closed afterwards, or held open in silence.
  var closes = true

  /// A reply of a status line, header lines and a body.
  init(_ status: String, headers: [String] = [], body: [UInt8] = [], length: Int? = nil) {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(length ?? body.count)"] + headers
    bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
  }

  /// A reply of these bytes and nothing else.
  init(raw: String) { bytes = Array(raw.utf8) }
}

/// A server on loopback that answers every request with the same bytes and keeps what it read.
final class RawServer: Sendable {
  private let requests = Mutex<[String]>([])
  private let count = Mutex(0)

  /// The requests read so far, as text.
  var received: [String] { requests.withLock { $0 } }
  /// The connections accepted so far.
  var connections: Int { count.withLock { $0 } }

  /// Runs a body with a server and gives it the server and its address.
  static func serving(
    _ reply: RawReply, _ body: (RawServer, String) async throws -> Void
  ) async throws {
    let server = RawServer()
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        server.count.withLock { $0 += 1 }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            RawReplier(reply: reply) { text in server.requests.withLock { $0.append(text) } })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = channel.localAddress?.port ?? 0
    do {
      try await body(server, "http://127.0.0.1:\(port)")
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }
}

/// Answers once a request's head and its announced body are in.
private final class RawReplier: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let reply: RawReply
  private let keep: (String) -> Void
  private var text = ""

  init(reply: RawReply, keep: @escaping (String) -> Void) {
    self.reply = reply
    self.keep = keep
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var buffer = unwrapInboundIn(data)
    text += buffer.readString(length: buffer.readableBytes) ?? ""
    guard text.contains("\r\n\r\n") else { return }
    keep(text)
    text = ""
    let closes = reply.closes
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: reply.bytes))).whenComplete { _ in
      if closes { channel.close(promise: nil) }
    }
  }
}
