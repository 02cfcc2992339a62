internal import Foundation
internal import Glibc

/// A server that is no relay: it gives every connection the same bytes and closes it.
public struct RawServer: Sendable {
  /// Its address.
  public let address: String
  private let listener: Int32

  /// How much of the announced body the server sends.
  public enum Extent: Hashable, Sendable {
    /// All of it.
    case whole
    /// Half of it; then the connection closes.
    case half
    /// It again and again, with no length announced and no end.
    case endless
  }

  /// Runs a body while the server answers, with a status line and a body of a given type.
  public static func with<Value>(
    status: String, type: String, body answer: String, extent: Extent = .whole,
    _ body: (RawServer) async throws -> Value
  ) async throws -> Value {
    let count = extent == .half ? 2 * answer.utf8.count : answer.utf8.count
    let length = extent == .endless ? "" : "Content-Length: \(count)\r\n"
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(length)"
      + "Afterwit-Generation: 000102030405060708090a0b0c0d0e0f\r\nConnection: close\r\n\r\n"
    let server = try RawServer(
      head: type == "text/html" ? head.replacing(/Afterwit.*?\r\n/, with: "") : head,
      body: answer, isEndless: extent == .endless)
    defer { shutdown(server.listener, Int32(SHUT_RDWR)) }
    return try await body(server)
  }

  private init(head: String, body: String, isEndless: Bool) throws {
    let (listener, port) = try Loopback.listen()
    self.listener = listener
    address = "http://127.0.0.1:\(port)"
    let (head, body) = (Array(head.utf8), Array(body.utf8))
    Thread.detachNewThread {
      Self.answer(listener, with: head, body, isEndless: isEndless)
    }
  }

  /// Answers until the listener is shut down.
  private static func answer(
    _ listener: Int32, with head: [UInt8], _ body: [UInt8], isEndless: Bool
  ) {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      _ = Loopback.receive(from: connection)
      var isOpen = Loopback.send(head + body, to: connection)
      while isEndless, isOpen {
        isOpen = Loopback.send(body, to: connection)
      }
      close(connection)
    }
    close(listener)
  }
}
