internal import Glibc

/// How far a long work has come, on a terminal, once it has taken a second.
struct ProgressBar {
  private static let width = 30
  private let isWanted = Output.talksToTerminal
  private let start = Self.seconds
  private var shown = -1

  /// Shows how many of how many are done.
  mutating func show(_ done: Int, of all: Int) {
    guard isWanted, all > 0, Self.seconds - start > 1 else { return }
    let filled = done * Self.width / all
    guard filled != shown else { return }
    shown = filled
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    Output.ask("\r[\(bar)] \(done) of \(all)")
  }

  /// Takes the bar away.
  mutating func end() {
    guard shown >= 0 else { return }
    Output.ask("\r" + String(repeating: " ", count: Self.width + 30) + "\r")
    shown = -1
  }

  private static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
