import AfterwitTestRelay
import AfterwitWire
import Foundation
import Glibc
import Synchronization

/// A stream of events as it comes over a socket, head and chunks and all.
final class EventClient: Sendable {
  private let descriptor: Int32
  private let state = Mutex((text: "", hasEnded: false))

  /// Asks for events with a token.
  init(_ client: SocketClient, token: String) throws {
    let head =
      "GET \(RelayCall.events) HTTP/1.1\r\nHost: relay\r\nAuthorization: Bearer \(token)\r\n\r\n"
    descriptor = try SocketClient.connect(port: client.port, sending: Array(head.utf8))
    Thread.detachNewThread { [self] in
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        state.withLock { $0.text += String(decoding: buffer[..<count], as: UTF8.self) }
      }
      state.withLock { $0.hasEnded = true }
      close(descriptor)
    }
  }

  /// What came until now.
  var text: String { state.withLock { $0.text } }
  /// Whether the relay has closed the connection.
  var hasEnded: Bool { state.withLock { $0.hasEnded } }
  /// The positions that came until now.
  var positions: [Int] {
    text.matches(of: /data: (\d+)\n\n/).compactMap { Int($0.1) }
  }

  /// Waits until something holds; only what hangs waits for long.
  func wait(until holds: () -> Bool) async throws {
    let start = ContinuousClock.now
    while !holds() {
      guard start.duration(to: .now) < .seconds(120) else { throw SocketClient.Failure() }
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// Leaves.
  func leave() { shutdown(descriptor, Int32(SHUT_RDWR)) }
}
