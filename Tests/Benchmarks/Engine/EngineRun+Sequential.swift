import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitMeter
import AfterwitText
import AfterwitTextArchive
import Foundation

extension EngineRun {
  /// Applies a script, stores and opens it in each form, and takes in twenty characters more.
  func sequential(_ patches: [Patch], end: String) throws {
    let history = try meter.time("apply_each_ms") {
      try Self.typed(patches, by: Self.agent(0))
    }
    meter.check("apply", history.text, end)
    let full = meter.time("encode_ms", format: "full") { history.fullHistory }
    let snapshot = meter.time("encode_ms", format: "snapshot") { history.snapshot }
    let state = meter.time("encode_ms", format: "state") { history.stateOnly }
    for (form, bytes) in [("full", full), ("snapshot", snapshot), ("state", state)] {
      meter.size(bytes, format: form)
      try Data(bytes).write(to: file(form))
    }
    let decoded = try meter.time("load_ms", format: "full") {
      let history = try TextHistory(fullHistory: full)
      return (history, history.text)
    }
    meter.check("load full", decoded.1, end)
    let opened = try meter.time("load_ms", format: "snapshot") {
      let history = try TextHistory(snapshot: snapshot)
      return (history, history.text)
    }
    meter.check("load snapshot", opened.1, end)
    try remote(history, snapshot: snapshot, end: end)
  }

  /// Takes in twenty characters of another agent, as a replica that has just opened the text.
  private func remote(_ history: TextHistory, snapshot: [UInt8], end: String) throws {
    let words = "twenty more letters!"
    let position = end.unicodeScalars.count / 2
    var other = history
    let author = other.author(Self.agent(1))
    try other.insert(words, at: position, by: author)
    let update = other.update(since: history.graph.frontier).bytes
    meter.print("delta20_bytes", Double(update.count))
    var times: [Moment] = []
    for _ in 0..<meter.runs {
      var opened = try TextHistory(snapshot: snapshot)
      _ = opened.text
      let began = Moment.now
      try opened.merge(TextUpdate(decoding: update))
      times.append(began.passed)
      meter.check("delta", opened.text, other.text)
    }
    meter.print("delta20_apply_ms", times)
  }

  /// Prints by how much memory grows when a script is applied.
  func memoryOfApplying(_ patches: [Patch]) throws {
    try Memory.measure(meter, what: "memapply") { try Self.typed(patches, by: Self.agent(0)) }
  }

  /// Prints by how much memory grows when a stored history is opened.
  func memoryOfLoading(form: String) throws {
    let bytes = Array(try Data(contentsOf: file(form)))
    try Memory.measure(meter, what: "memload", form: form) {
      form == "full" ? try TextHistory(fullHistory: bytes) : try TextHistory(snapshot: bytes)
    }
  }
}
