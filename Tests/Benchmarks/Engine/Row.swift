import AfterwitCausality
import AfterwitMeter
import AfterwitText
import AfterwitTextArchive

/// A row of the engine's page: what is done once, and timed, with a script in some writing.
struct Row {
  let name: String
  /// Does it once; says how many milliseconds of CPU it took.
  let run: () throws -> Double

  init(_ name: String, _ run: @escaping () throws -> Double) {
    (self.name, self.run) = (name, run)
  }

  /// A row all of whose work is timed.
  private init(_ name: String, timing work: @escaping () throws -> some Any) {
    self.init(name) {
      let began = Moment.now
      let result = try work()
      let time = began.passed.cpu
      withExtendedLifetime(result) {}
      return time
    }
  }

  /// The rows of a script, the same ones in each writing.
  static func rows(of script: Script) throws -> [Row] {
    switch script {
    case .sequential(let patches, let end): try sequential(patches, end: end)
    case .concurrent(let turns, _): try concurrent(turns)
    case .diverging(let base, let branches): try diverging(base, branches)
    }
  }

  private static func sequential(_ patches: [Patch], end: String) throws -> [Row] {
    let history = try EngineRun.typed(patches, by: EngineRun.agent(0))
    guard history.text.unicodeScalars.count == end.unicodeScalars.count else {
      throw ScriptFailure.unfit("a text of another length")
    }
    var other = history
    let author = other.author(EngineRun.agent(1))
    try other.insert("twenty more letters!", at: end.unicodeScalars.count / 2, by: author)
    let update = other.update(since: history.graph.frontier).bytes
    let snapshot = history.snapshot
    return [
      Row(
        "apply, a commit a keystroke",
        timing: {
          try EngineRun.typed(patches, by: EngineRun.agent(0))
        })
    ] + stored(history) + [
      Row("encode the snapshot", timing: { history.snapshot }),
      Row("encode the state", timing: { history.stateOnly }),
      Row("open the snapshot", timing: { try TextHistory(snapshot: snapshot).text }),
      Row("open, then the first remote 20 characters") {
        var opened = try TextHistory(snapshot: snapshot)
        _ = opened.text
        let began = Moment.now
        try opened.merge(TextUpdate(decoding: update))
        return began.passed.cpu
      },
    ]
  }

  private static func stored(_ history: TextHistory) -> [Row] {
    let full = history.fullHistory
    return [
      Row("encode the full history", timing: { history.fullHistory }),
      Row("decode the full history", timing: { try TextHistory(fullHistory: full).text }),
    ]
  }

  private static func concurrent(
    _ turns: [(agent: Int, parents: [Int], patches: [Patch])]
  ) throws -> [Row] {
    let history = try EngineRun.replayed(turns)
    let update = history.update(since: []).bytes
    return stored(history) + [
      Row(
        "import by replay",
        timing: {
          var imported = TextHistory()
          try imported.merge(TextUpdate(decoding: update))
          return imported.text
        })
    ]
  }

  private static func diverging(_ base: String, _ branches: [[Patch]]) throws -> [Row] {
    var start = TextHistory()
    try start.insert(base, at: 0, by: start.author(EngineRun.agent(0)))
    let replicas = try branches.enumerated().map { place, patches in
      var history = start
      try history.type(patches, by: EngineRun.agent(10 + place))
      return (full: history.fullHistory, update: history.update(since: start.graph.frontier).bytes)
    }
    return [
      Row("merge two branches") {
        var history = try TextHistory(fullHistory: replicas[0].full)
        _ = history.text
        let began = Moment.now
        try history.merge(TextUpdate(decoding: replicas[1].update))
        _ = history.text
        return began.passed.cpu
      }
    ]
  }
}
