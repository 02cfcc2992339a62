internal import AfterwitRelay
internal import AfterwitWire

/// What the operator's monitoring is told: what is held now, who is connected, and what was asked.
struct RelayFigures: Sendable {
  let service: RelayService
  let metrics: RelayMetrics
  let book: ConnectionBook

  /// All of it as it is now; where the storage cannot be read, what is held is left out.
  func text() async -> String {
    var text = OpenMetricsText()
    tellCalls(in: &text)
    text.begin("connections", .gauge, "Connections that are open.")
    text.add(book.count)
    text.begin("streams", .gauge, "Streams of events that devices listen to.")
    text.add(service.streamCount)
    let held = try? await service.journals()
    text.begin("storage_readable", .gauge, "Whether the storage could be read just now.")
    text.add(held == nil ? 0 : 1)
    guard let held else { return text.text }
    text.begin("journals", .gauge, "Journals that are held.")
    text.add(held.count)
    text.begin("held_envelopes", .gauge, "Envelopes that are held.")
    text.add(held.reduce(0) { $0 + $1.end.position })
    text.begin("held_bytes", .gauge, unit: "bytes", "Bytes of the envelopes that are held.")
    text.add(held.reduce(0) { $0 + $1.byteCount })
    return text.text
  }

  private func tellCalls(in text: inout OpenMetricsText) {
    let calls = metrics.calls
    text.begin("requests", .counter, "Requests that were answered, by call and outcome.")
    for (name, call) in calls {
      for (outcome, count) in call.outcomes.sorted(by: { $0.key < $1.key }) {
        text.add(count, ending: "_total", labels: ["call": name, "outcome": outcome])
      }
    }
    text.begin(
      "request_seconds", .histogram, unit: "seconds", "How long requests took until their answer.")
    for (name, call) in calls {
      var count: UInt64 = 0
      let bounds = RelayMetrics.bounds.map { "\($0)" } + ["+Inf"]
      for (bound, more) in zip(bounds, call.buckets) {
        count += more
        text.add(count, ending: "_bucket", labels: ["call": name, "le": bound])
      }
      text.add(count, ending: "_count", labels: ["call": name])
      text.add(call.seconds, ending: "_sum", labels: ["call": name])
    }
  }
}
