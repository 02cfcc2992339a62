internal import Synchronization

/// What happened in a run, line by line, without anything that the seed does not decide.
package final class Trace: Sendable {
  private struct State {
    var lines: [String] = []
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  }

  private let state = Mutex(State())

  /// A trace of nothing.
  package init() {}

  /// The lines so far.
  package var lines: [String] { state.withLock { $0.lines } }

  /// The hash of all lines: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
  package var hash: UInt64 { state.withLock { $0.hash } }

  /// Adds a line.
  package func note(_ line: String) {
    state.withLock { state in
      state.lines.append(line)
      for byte in line.utf8 {
        state.hash = (state.hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      state.hash = (state.hash ^ 10) &* 0x100_0000_01b3
    }
  }
}
