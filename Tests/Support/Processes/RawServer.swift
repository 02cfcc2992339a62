internal import Foundation
internal import Glibc

/// A server that is no relay: it gives every connection the same bytes and closes it.
public struct RawServer: Sendable {
  /// Its address.
  public let address: String
  private let listener: Int32

  /// Runs a body while the server answers, with a status line and a body of a given type.
  public static func with<Value>(
    status: String, type: String, body answer: String,
    _ body: (RawServer) async throws -> Value
  ) async throws -> Value {
    let text =
      "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(answer.utf8.count)\r\n"
      + "Connection: close\r\n\r\n" + answer
    let server = try RawServer(answer: Array(text.utf8))
    defer { shutdown(server.listener, Int32(SHUT_RDWR)) }
    return try await body(server)
  }

  private init(answer: [UInt8]) throws {
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
    Thread.detachNewThread { Self.answer(listener, with: answer) }
  }

  /// Answers until the listener is shut down.
  private static func answer(_ listener: Int32, with bytes: [UInt8]) {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { break }
      var request = [UInt8](repeating: 0, count: 1 << 16)
      _ = recv(connection, &request, request.count, 0)
      _ = bytes.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      close(connection)
    }
    close(listener)
  }
}
