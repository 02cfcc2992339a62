import AfterwitDocument
import AfterwitEncoding
import Foundation

/// Measures the text engine: `seq`, `con`, `div` or `memapply` and a trace, `memload` and a form,
/// `paste` and a number of lines, or `writings`, a number of rounds and words of the rows to measure.
@main
struct EngineBenchmark {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard words.count >= 2, let mode = words.first else {
      print(
        "usage: engine-benchmark seq|con|div|memapply|memload TRACE [full|snapshot], or paste LINES,"
          + " or writings ROUNDS [WORDS]"
      )
      exit(2)
    }
    let trace = words[words.startIndex + 1]
    let run = EngineRun(trace: trace)
    if mode == "writings", let rounds = Int(trace) {
      return try WritingTable(
        rounds: max(1, rounds), words: words.dropFirst(2).joined(separator: " ")
      )
      .print()
    }
    if mode == "paste", let lines = Int(trace) { return try run.pasted(lines: lines) }
    switch (mode, try mode == "memload" ? nil : Script(named: trace)) {
    case ("seq", .sequential(let patches, let end)): try run.sequential(patches, end: end)
    case ("con", .concurrent(let turns, let end)): try run.concurrent(turns, end: end)
    case ("div", .diverging(let base, let branches)): try run.diverging(base, branches)
    case ("memapply", .sequential(let patches, _)): try run.memoryOfApplying(patches)
    case ("memload", _): try run.memoryOfLoading(form: words.last ?? "full")
    default: throw ScriptFailure.unfit(mode)
    }
  }
}
