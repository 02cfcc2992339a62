import AfterwitDevice
import AfterwitHousehold
import AfterwitMeter
import AfterwitSync
import Foundation

/// Measures a home: what it costs to write, to read and to derive again, and how large it gets.
@main
struct StoreBenchmark {
  static func main() async throws {
    let numbers = CommandLine.arguments.dropFirst().map { Int($0) }
    guard numbers.allSatisfy({ ($0 ?? 0) > 0 }), [0, 2].contains(numbers.count) else {
      print("usage: store-benchmark [ENTRIES CHANGES]")
      exit(2)
    }
    let given = numbers.compactMap { $0 }
    try await StoreRun(
      entries: given.first ?? 2_000, changes: given.last ?? 10_000
    ).measure()
  }
}
