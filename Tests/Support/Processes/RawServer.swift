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
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let port: UInt16? = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &length) == 0
      } ? UInt16(bigEndian: pointer.pointee.sin_port) : nil
    }
    guard let port else { throw POSIXFailure(number: errno) }
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
      var request = [UInt8](repeating: 0, count: 1 << 16)
      _ = recv(connection, &request, request.count, 0)
      var isOpen = write(head + body, to: connection)
      while isEndless, isOpen {
        isOpen = write(body, to: connection)
      }
      close(connection)
    }
    close(listener)
  }

  /// Sends bytes; `false` where nobody reads any more.
  private static func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    bytes.withUnsafeBytes {
      send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) > 0
    }
  }
}
