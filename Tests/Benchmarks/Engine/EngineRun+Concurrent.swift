import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitMeter
import AfterwitText
import AfterwitTextArchive
import Foundation

extension EngineRun {
  /// Replays a session of several agents, then imports it into an empty text.
  func concurrent(
    _ turns: [(agent: Int, parents: [Int], patches: [Patch])], end: String
  ) throws {
    let history = try Self.replayed(turns)
    meter.check("replay", history.text, end)
    for (form, bytes) in [("full", history.fullHistory), ("snapshot", history.snapshot)] {
      meter.size(bytes, format: form)
      try Data(bytes).write(to: file(form))
    }
    let full = history.fullHistory
    let loaded = try meter.time("load_ms", format: "full") {
      try TextHistory(fullHistory: full).text
    }
    meter.check("load full", loaded, end)
    let update = history.update(since: []).bytes
    meter.size(update, format: "update")
    let imported = try meter.time("import_ms", format: "update") {
      var history = TextHistory()
      try history.merge(TextUpdate(decoding: update))
      return history.text
    }
    meter.check("import", imported, end)
    let again = try TextHistory(fullHistory: full)
    meter.check("typed", try Self.imported(again.update(since: []).bytes), end)
  }

  private static func imported(_ update: [UInt8]) throws -> String {
    var history = TextHistory()
    try history.merge(TextUpdate(decoding: update))
    return history.text
  }

  /// The history of a session, each agent's edits on the version of their parents.
  static func replayed(
    _ turns: [(agent: Int, parents: [Int], patches: [Patch])]
  ) throws -> TextHistory {
    var numbers: [Int: UInt64] = [:]
    var history = TextHistory()
    for turn in turns {
      numbers[turn.agent, default: 0] += 1
      let order = TextOrder(
        device: agent(turn.agent), number: numbers[turn.agent] ?? 1, envelope: .zero)
      try history.append(
        TextEvent(
          order: order, parents: turn.parents, operations: turn.patches.flatMap(\.operations)))
    }
    return history
  }

  /// Lets a replica that edited on its own take in what another did meanwhile.
  func diverging(_ base: String, _ branches: [[Patch]]) throws {
    var start = TextHistory()
    let founder = start.author(Self.agent(0))
    try start.insert(base, at: 0, by: founder)
    let replicas = try branches.enumerated().map { place, patches in
      var history = start
      try history.type(patches, by: Self.agent(10 + place))
      return (full: history.fullHistory, update: history.update(since: start.graph.frontier).bytes)
    }
    meter.print("branch_update_bytes", Double(replicas[1].update.count))
    var times: [Moment] = []
    var texts: Set<String> = []
    for _ in 0..<meter.runs {
      for (own, other) in [(0, 1), (1, 0)] {
        var history = try TextHistory(fullHistory: replicas[own].full)
        _ = history.text
        let began = Moment.now
        try history.merge(TextUpdate(decoding: replicas[other].update))
        let text = history.text
        times.append(began.passed)
        texts.insert(text)
      }
    }
    if texts.count != 1 { meter.check("diverged", texts.first ?? "", texts.max() ?? "") }
    meter.print("merge_ms", times)
  }
}
