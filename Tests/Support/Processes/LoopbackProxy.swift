internal import Foundation
internal import Glibc
internal import Synchronization

/// A proxy on this machine that passes connections on to one port.
public final class LoopbackProxy: Sendable {
  /// What it does with a connection.
  public enum Manner: Sendable {
    /// Passes each request on with the first text replaced by the second wherever it stands.
    case passing(String, as: String)
    /// Passes on only requests that hold a text, and answers others with a page for people.
    case asking(for: String)
    /// Opens a tunnel for `CONNECT`, wherever that is meant to lead.
    case tunnelling
    /// Answers everything with a status line.
    case refusing(String)
  }

  /// Its address.
  public let address: String
  private let manner: Manner
  private let target: UInt16
  private let texts = Mutex<[String]>([])

  /// What each connection began with.
  public var received: [String] { texts.withLock { $0 } }

  /// Runs a body while the proxy passes on to the port of an address.
  public static func with<Value>(
    _ manner: Manner, to url: String, _ body: (LoopbackProxy) async throws -> Value
  ) async throws -> Value {
    let (listener, port) = try Loopback.listen()
    let target = url.split(separator: ":").last.flatMap { UInt16($0) } ?? 0
    let proxy = LoopbackProxy(manner, address: "http://127.0.0.1:\(port)", target: target)
    defer { shutdown(listener, Int32(SHUT_RDWR)) }
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { break }
        Thread.detachNewThread {
          proxy.serve(client)
          close(client)
        }
      }
      close(listener)
    }
    return try await body(proxy)
  }

  private init(_ manner: Manner, address: String, target: UInt16) {
    self.manner = manner
    self.address = address
    self.target = target
  }

  private func serve(_ client: Int32) {
    let head = Loopback.receive(from: client)
    let text = String(decoding: head, as: UTF8.self)
    texts.withLock { $0.append(text) }
    if case .refusing(let status) = manner { return answer(status, to: client) }
    if case .asking(let wanted) = manner, !text.contains(wanted) {
      return answer("403 Forbidden", to: client)
    }
    guard let server = Loopback.connect(to: target) else { return }
    defer { close(server) }
    let isReady =
      if case .tunnelling = manner {
        Loopback.send(Array("HTTP/1.1 200 Connected\r\n\r\n".utf8), to: client)
      } else {
        Loopback.send(changed(head), to: server)
      }
    if isReady { pass(between: client, and: server) }
  }

  private func answer(_ status: String, to client: Int32) {
    let page = "<p>No.</p>"
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: text/html\r\nContent-Length: \(page.utf8.count)\r\n"
      + "Connection: close\r\n\r\n"
    _ = Loopback.send(Array((head + page).utf8), to: client)
  }

  /// Passes on what comes from either side until one of them ends.
  private func pass(between client: Int32, and server: Int32) {
    var waiting = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&waiting, 2, -1) > 0 {
      for (index, other) in [server, client].enumerated() where waiting[index].revents != 0 {
        let bytes = Loopback.receive(from: waiting[index].fd)
        guard !bytes.isEmpty, Loopback.send(index == 0 ? changed(bytes) : bytes, to: other) else {
          return
        }
      }
    }
  }

  /// What is passed on of a piece that a client sent.
  private func changed(_ bytes: [UInt8]) -> [UInt8] {
    guard case .passing(let old, let new) = manner,
      let range = bytes.firstRange(of: Array(old.utf8))
    else { return bytes }
    return Array(bytes[..<range.lowerBound]) + Array(new.utf8) + bytes[range.upperBound...]
  }
}
