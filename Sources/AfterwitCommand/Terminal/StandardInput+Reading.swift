internal import Glibc
internal import Synchronization

extension StandardInput {
  /// Whether this process has begun to read it as a text.
  static let wasRead = Mutex(false)

  /// Reads until there is no more, a signal arrives, or the system fails.
  static func read() -> StandardInput {
    wasRead.withLock { $0 = true }
    let signals = InputWatch()
    let line = UnfinishedLine()
    defer {
      line.end()
      signals.end()
    }
    var bytes: [UInt8] = []
    while true {
      if let signal = signals.next(before: STDIN_FILENO) {
        bytes += line.take()
        return StandardInput(bytes: bytes, end: .interrupted(signal: signal))
      }
      guard let chunk = chunk() else {
        let reason = String(cString: strerror(errno))
        return StandardInput(bytes: bytes, end: .failed(reason))
      }
      guard !chunk.isEmpty else { return StandardInput(bytes: bytes, end: .complete) }
      bytes += chunk
    }
  }

  /// What can be read now; empty at the end, `nil` if the system failed.
  static func chunk() -> ArraySlice<UInt8>? {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
      if count >= 0 { return chunk[..<count] }
      if errno != EINTR { return nil }
    }
  }
}
