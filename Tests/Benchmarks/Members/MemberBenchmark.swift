import AfterwitMemberModel
import AfterwitMeter
import Foundation

/// Looks at histories of members, `all ACTS`, or `sample COUNT FIRST-SEED`; or measures the fold of a
/// large one, `fold REVOCATIONS ROUNDS`.
@main
struct MemberBenchmark {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    let start = Moment.now
    var run = ModelRun()
    switch (words.first, words.dropFirst().compactMap { UInt64($0) }) {
    case ("all", let numbers) where numbers.count == 1:
      run.all(acts: Int(numbers[0]))
    case ("sample", let numbers) where numbers.count == 2:
      for seed in numbers[1]..<numbers[1] + numbers[0] {
        run.sample(acts: seed % 2 == 0 ? 5 : 6, seed: seed)
      }
    case ("fold", let numbers) where numbers.count == 2:
      return try FoldRun(revocations: Int(numbers[0])).measure(rounds: Int(numbers[1]))
    default:
      print("usage: MemberBenchmark all ACTS, sample COUNT FIRST-SEED, or fold REVOCATIONS ROUNDS")
      exit(2)
    }
    print(run.report)
    print("\(Int(start.passed.cpu / 1000)) s of the processor, \(Int(start.passed.wall / 1000)) s")
    exit(run.broken.isEmpty ? 0 : 1)
  }
}
