internal import Glibc
internal import Synchronization

// A signal may arrive between a look for one and the call that waits for input, and would then be
// noticed only when more input comes. So its handler writes into a pipe, and the process waits for
// either end.

/// Waits for input, and notices the signals that would end the process, while it lives.
///
/// A signal that the process was started to ignore, as below `nohup`, stays ignored.
struct InputWatch {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  private static let writingEnd = Atomic<Int32>(-1)

  private let readingEnd: Int32

  /// Begins to watch; only one watch lives at a time.
  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    readingEnd = ends[0]
    Self.writingEnd.store(ends[1], ordering: .relaxed)
    for number in Self.numbers {
      let before = signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(InputWatch.writingEnd.load(ordering: .relaxed), &byte, 1)
      }
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  /// Waits until a file can be read or a signal arrives; gives the signal, or `nil` for the file.
  func next(before file: Int32) -> Int32? {
    var waited = [
      pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0),
      pollfd(fd: file, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&waited, 2, -1) < 0, errno == EINTR {}
    var byte: UInt8 = 0
    guard waited[0].revents != 0, read(readingEnd, &byte, 1) == 1 else { return nil }
    return Int32(byte)
  }

  /// Ends the watch; the signals end the process again.
  func end() {
    for number in Self.numbers {
      let watched = signal(number, SIG_DFL)
      if unsafeBitCast(watched, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
    close(Self.writingEnd.exchange(-1, ordering: .relaxed))
    close(readingEnd)
  }
}
