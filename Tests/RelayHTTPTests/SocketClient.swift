import AfterwitTestRelay
import Foundation
import Glibc

/// A blocking HTTP client that sends exactly the bytes it is given: tests need broken ones too.
struct SocketClient: Sendable {
  /// What came back, as far as tests look.
  struct Answer: Sendable {
    let status: Int
    let fields: [String: String]
    let body: [UInt8]
  }

  struct Failure: Error {}

  let port: Int

  /// Sends a request and reads its answer; the connection is closed after it.
  func send(
    _ method: String, _ path: String, token: String? = nil, body: [UInt8]? = nil,
    fields: [String] = []
  ) async throws -> Answer {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: relay", "Connection: close"] + fields
    if let token { lines.append("Authorization: Bearer \(token)") }
    if let body { lines.append("Content-Length: \(body.count)") }
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return try await raw(Array(head.utf8) + (body ?? []))
  }

  /// Sends bytes as they are and reads to the end.
  func raw(_ bytes: [UInt8]) async throws -> Answer {
    let received = try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { [port] in
        continuation.resume(with: Result { try Self.exchange(bytes, port: port) })
      }
    }
    return try Self.parse(received)
  }

  /// Opens a connection, sends bytes, and leaves it open.
  static func connect(port: Int, sending bytes: [UInt8] = []) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure() }
    // Only for what hangs: on a busy machine an answer takes as long as it takes.
    wait(atMost: 600, for: descriptor)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      close(descriptor)
      throw Failure()
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      rest = rest.dropFirst(count)
    }
    return descriptor
  }

  /// Sends one byte of a head that never ends; `false` once the peer has closed.
  static func trickle(into descriptor: Int32) -> Bool {
    var byte = UInt8(ascii: "a")
    guard Glibc.send(descriptor, &byte, 1, Int32(MSG_NOSIGNAL)) == 1 else { return false }
    let received = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
    return received < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)
  }

  /// Sends a request that leaves the connection open; `true` once an answer begins.
  static func asksForHealth(on descriptor: Int32) async -> Bool {
    let bytes = Array("GET /healthz HTTP/1.1\r\nHost: relay\r\n\r\n".utf8)
    let sent = bytes.withUnsafeBytes {
      Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    return sent == bytes.count ? await receives(on: descriptor) > 0 : false
  }

  /// Waits until the peer closes the connection; `false` when it stays open and silent for so long.
  static func isClosed(_ descriptor: Int32, withinSeconds seconds: Int) async -> Bool {
    wait(atMost: seconds, for: descriptor)
    var count = 1
    while count > 0 { count = await receives(on: descriptor) }
    return count == 0
  }

  private static func wait(atMost seconds: Int, for descriptor: Int32) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
  }

  private static func receives(on descriptor: Int32) async -> Int {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var buffer = [UInt8](repeating: 0, count: 4096)
        continuation.resume(returning: recv(descriptor, &buffer, buffer.count, 0))
      }
    }
  }

  private static func exchange(_ bytes: [UInt8], port: Int) throws -> [UInt8] {
    let descriptor = try connect(port: port, sending: bytes)
    defer { close(descriptor) }
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return received }
      received += buffer[..<count]
    }
  }

  private static func parse(_ received: [UInt8]) throws -> Answer {
    let separator = Array("\r\n\r\n".utf8)
    guard let range = received.firstRange(of: separator) else { throw Failure() }
    let lines = String(decoding: received[..<range.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let status = try lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
      .required()
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return Answer(status: status, fields: fields, body: Array(received[range.upperBound...]))
  }
}
