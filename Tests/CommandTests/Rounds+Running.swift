import AfterwitProcesses
import Foundation

extension Rounds {
  /// How a command ended.
  struct Ending {
    let output: String
    let talk: String
    /// The exit code, or `nil` where the process was killed.
    let code: Int32?

    var isDone: Bool { code == 0 }
  }

  private static let killedCode: Int32 = 137

  /// Runs a command at a device, perhaps killed at a random moment, and notes any unpromised end.
  @discardableResult
  mutating func run(
    _ command: String, at device: String, with words: [String: String] = [:],
    killing: Bool = false, allowing codes: Set<Int32> = [], before: String = ""
  ) async throws -> Ending {
    figures.commands += 1
    var shell = stage.shell(at: device)
    shell.variables.merge(words) { _, word in word }
    let verb = String(command.prefix { $0 != " " })
    var line = before + "afterwit " + command
    if killing {
      let pause = Double.random(in: 0...(spans[verb] ?? 0.08), using: &random)
      line = "afterwit \(command) & p=$!; sleep \(pause); kill -9 $p 2>/dev/null; wait $p"
    }
    // A lie is an acknowledgement of nothing.
    let outcome = try await shell.run(words["LIE"] == nil ? line : "true")
    let isKilled = killing && outcome.code == Self.killedCode
    if killing { spans[verb] = (spans[verb] ?? 0.08) * (isKilled ? 1.1 : 0.9) }
    if isKilled {
      figures.kills += 1
      figures.syncKills += verb == "sync" ? 1 : 0
    }
    let isCrash = ["Fatal error", "Crash", "Segmentation"].contains { outcome.talk.contains($0) }
    if isCrash || !isKilled && outcome.code != 0 && !codes.contains(outcome.code) {
      fail("\(device)$ afterwit \(command) \(words) ended with \(outcome.code): \(outcome.talk)")
    }
    return Ending(
      output: outcome.output, talk: outcome.talk, code: isKilled ? nil : outcome.code)
  }

  /// Notes a broken promise.
  mutating func fail(_ sentence: String) {
    failures.append("round \(round): \(sentence)")
  }

  /// The text of a field as a device shows it.
  mutating func text(_ place: Ledger.Place, at device: String) async throws -> String {
    let ending = try await run("show \(place.entry) --field \(place.field)", at: device)
    return ending.output.hasSuffix("\n") ? String(ending.output.dropLast()) : ending.output
  }

  /// The documents that a command prints, one a line.
  mutating func documents(_ command: String, at device: String) async throws -> [[String: Any]] {
    let ending = try await run(command + " --json", at: device)
    return try ending.output.split(separator: "\n").compactMap { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
  }
}
