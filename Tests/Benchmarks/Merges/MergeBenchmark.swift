import AfterwitMergePairs
import Foundation

/// Measures how offline edits merge, beside what a person expects, and beside other engines.
@main
struct MergeBenchmark {
  static func main() throws {
    let options: Options
    do {
      options = try Options(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print(
        """
        usage: merge-benchmark [--seed N] [--pairs N] [--class NAME]… [--language NAME]… [--show N]
                               [--peers]
        """)
      exit(2)
    }
    try MergeRun(options).measure()
  }
}
