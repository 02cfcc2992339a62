import AfterwitMeter
import Foundation

/// Measures what merging a list costs, beside Loro's movable list.
///
/// There are 1,000 elements, and 10,000 moves and edits by two devices, of which each made a half
/// without the other. Times are medians of CPU time in ms; Loro does the same operations in the same
/// run, where the `python3` of the PATH has it.
@main
struct ListBenchmark {
  static func main() throws {
    let rounds = ProcessInfo.processInfo.environment["RUNS"].flatMap(Int.init) ?? 9
    for (name, share) in [("moves", 100), ("moves-and-edits", 50)] {
      let story = ListStory(elements: 1_000, steps: 5_000, movesInHundred: share)
      let scene = try MergeScene(story)
      var times: [Double] = []
      for _ in 0..<rounds { times.append(try scene.merge()) }
      Fact("\(name): merge, ms", times.sorted()[rounds / 2]).print()
      Fact("\(name): bytes of a change", Double(scene.byteCount) / 5_000).print()
      print(try LoroPeer().facts(story, name, rounds: rounds))
    }
  }
}
