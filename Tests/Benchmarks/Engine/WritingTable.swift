import Foundation

/// What each row of the engine's page costs in each writing, beside ASCII, as a table.
///
/// The writings take turns, so that each ratio is one of neighbours in time.
struct WritingTable {
  let rounds: Int
  /// What the session's or the row's name must hold.
  let words: String

  /// Prints the table of every recorded session at hand, and of branches that were made.
  func print() throws {
    Swift.print("| Session | Row | ASCII, ms |", terminator: "")
    for writing in Writing.allCases.dropFirst() {
      Swift.print(" \(writing.rawValue) |", terminator: "")
    }
    Swift.print("\n|---|---|---|" + String(repeating: "---|", count: Writing.allCases.count - 1))
    for name in Script.recordings {
      if let script = try Script(recorded: name) {
        try print(name, script)
      } else {
        Swift.print("skipped \(name): ../shared/traces has no such recording")
      }
    }
    for (name, areTyped) in [
      ("10,000 random edits each", false), ("10,000 typed edits each", true),
    ] {
      try print(name, .diverging(edits: 10_000, areTyped: areTyped))
    }
  }

  private func print(_ session: String, _ script: Script) throws {
    let writings = try Writing.allCases.map { try Row.rows(of: script.written(in: $0)) }
    for row in writings[0].indices
    where words.isEmpty || "\(session) \(writings[0][row].name)".contains(words) {
      var times = writings.map { _ in [Double]() }
      for _ in 0..<rounds {
        for writing in writings.indices { times[writing].append(try writings[writing][row].run()) }
      }
      let ratios = times.dropFirst().map { other in
        Self.median(zip(other, times[0]).map { $0 / $1 })
      }
      Swift.print(
        "| \(session) | \(writings[0][row].name) | \(String(format: "%.3f", Self.median(times[0]))) |"
          + ratios.map { String(format: " %.2f |", $0) }.joined())
    }
  }

  private static func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }
}
