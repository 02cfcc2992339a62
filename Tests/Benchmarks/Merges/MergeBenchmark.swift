import AfterwitMergePairs
import Foundation

/// Measures how offline edits merge, beside what a person expects, and beside other engines.
@main
struct MergeBenchmark {
  static func main() async throws {
    let options: Options
    do {
      options = try Options(Array(CommandLine.arguments.dropFirst()))
    } catch {
      print("\(error.word) means nothing here.")
      if !error.known.isEmpty { print("There are: \(error.known.joined(separator: ", ")).") }
      print(usage)
      exit(2)
    }
    try await MergeRun(options).measure()
  }

  private static let usage = """
    usage: merge-benchmark [--seed N] [--pairs N] [--class NAME]… [--language NAME]… [--show N]
                           [--all] [--peers]

    --show prints the first pairs of each class that came out wrong; with --all, the first of all.
    --peers merges the same pairs with git merge-file, and with pycrdt and loro if python3 has them.
    """
}
