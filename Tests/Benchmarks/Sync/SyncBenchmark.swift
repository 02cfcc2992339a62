import Foundation

/// Measures what devices and the relay do for each other, over real HTTP and on a real disk.
///
/// `append` is the relay alone under 64 clients; `join` is what a new device takes in; `idle` is a
/// session in which nothing is new.
@main
struct SyncBenchmark {
  static func main() async throws {
    let words = CommandLine.arguments.dropFirst().map { $0 }
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard numbers.count == max(0, words.count - 1) else { usage() }
    switch (words.first, numbers.count) {
    case ("append", 0...1):
      for (journals, areDevices) in [(64, false), (64, true), (1, false), (1, true)] {
        try await AppendRun(
          seconds: numbers.first ?? 5, journals: journals, areDevices: areDevices
        ).measure()
      }
    case ("join", 0), ("join", 2):
      try await JoinRun(
        entries: numbers.first ?? 20_000, changes: numbers.last ?? 100_000
      ).measure()
    case ("idle", 0): try await IdleRun().measure()
    default: usage()
    }
  }

  private static func usage() -> Never {
    print("usage: sync-benchmark append [SECONDS] | join [ENTRIES CHANGES] | idle")
    exit(2)
  }
}
