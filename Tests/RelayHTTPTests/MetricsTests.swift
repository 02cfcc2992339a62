import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import Testing

@testable import AfterwitRelayHTTP

@Suite("What whoever watches over a relay is told (AW-RELAY-75)")
struct MetricsTests {
  @Test("Figures have an address of their own, count calls and what is held, and name nobody")
  func told() async throws {
    let (places, continuation) = AsyncStream.makeStream(of: Int.self)
    let place = MetricsPlace(host: "127.0.0.1", port: 0) { continuation.yield($0) }
    try await withServer(metrics: place) { relay, client in
      var journal = try TestJournal()
      let session = try await relay.found(journal)
      let change = try journal.change().bytes
      _ = try await relay.service.append([change], as: session)
      for _ in 0..<3 { #expect(try await client.send("GET", "/v1/heads").status == 401) }
      #expect(try await client.send("GET", "/healthz").status == 200)
      #expect(try await client.send("GET", "/metrics").status == 404)
      let watcher = SocketClient(port: try await places.first { _ in true }.required())
      #expect(try await watcher.send("GET", "/v1/heads").status == 404)
      #expect(try await watcher.send("POST", "/metrics", body: [1]).status == 404)
      let answer = try await watcher.send("GET", "/metrics")
      #expect(answer.status == 200)
      #expect(
        answer.fields["content-type"]
          == "application/openmetrics-text; version=1.0.0; charset=utf-8")
      let text = String(decoding: answer.body, as: UTF8.self)
      let told = try OpenMetricsReading(text)
      let requests = "afterwit_relay_requests_total"
      #expect(told.values["\(requests){call=\"heads\",outcome=\"unauthorized\"}"] == 3)
      #expect(told.values["\(requests){call=\"health\",outcome=\"ok\"}"] == 1)
      #expect(told.values["\(requests){call=\"unknown\",outcome=\"path\"}"] == 1)
      #expect(told.values["afterwit_relay_request_seconds_count{call=\"heads\"}"] == 3)
      #expect(told.values["afterwit_relay_journals"] == 1)
      #expect(told.values["afterwit_relay_held_envelopes"] == 2)
      #expect(
        told.values["afterwit_relay_held_bytes"]
          == Double(journal.genesis.bytes.count + change.count))
      #expect(told.values["afterwit_relay_storage_readable"] == 1)
      let names = ["\(journal.id)", "\(journal.founder.id)", "127.0.0.1"]
      #expect(!names.contains { text.contains($0) })
    }
  }

  @Test("A label's value may hold what the format has its own signs for")
  func escaping() throws {
    var text = OpenMetricsText()
    text.begin("things", .gauge, "Things.")
    text.add(1, labels: ["name": "a\"b\\c\nd"])
    #expect(text.text.contains(#"afterwit_relay_things{name="a\"b\\c\nd"} 1"#))
    #expect(try OpenMetricsReading(text.text).values.count == 1)
  }
}

/// A text of figures, read strictly by the rules of the format.
private struct OpenMetricsReading {
  struct Misread: Error {
    let line: String
  }

  /// Each figure under its name and labels.
  private(set) var values: [String: Double] = [:]
  private var kinds: [String: String] = [:]
  private var family = ""

  init(_ text: String) throws {
    guard text.hasSuffix("\n# EOF\n") else { throw Misread(line: "no end") }
    for line in text.dropLast(7).split(separator: "\n", omittingEmptySubsequences: false) {
      try read(String(line))
    }
    try checkHistograms()
  }

  private mutating func read(_ line: String) throws {
    if let match = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
      family = String(match.1)
      guard kinds.updateValue(String(match.2), forKey: family) == nil else {
        throw Misread(line: line)
      }
    } else if let match = line.wholeMatch(of: /# (UNIT|HELP) ([a-z_]+) (.+)/) {
      let isRight = match.1 == "HELP" || family.hasSuffix("_" + match.3)
      guard match.2 == family, isRight else { throw Misread(line: line) }
    } else {
      try readFigure(line)
    }
  }

  private mutating func readFigure(_ line: String) throws {
    let figure =
      #/([a-z_]+)(\{[a-z_]+="(?:[^"\\]|\\[\\"n])*"(?:,[a-z_]+="(?:[^"\\]|\\[\\"n])*")*\})? ([0-9.e+-]+)/#
    guard let match = line.wholeMatch(of: figure), let value = Double(match.3),
      match.1.hasPrefix(family)
    else { throw Misread(line: line) }
    let endings: [String] =
      switch kinds[family] {
      case "counter": ["_total"]
      case "histogram": ["_bucket", "_count", "_sum"]
      default: [""]
      }
    guard endings.contains(String(match.1.dropFirst(family.count))) else {
      throw Misread(line: line)
    }
    let name = match.1 + (match.2 ?? "")
    guard values.updateValue(value, forKey: String(name)) == nil else { throw Misread(line: line) }
  }

  /// The buckets of a call never fall, and the last is its count.
  private func checkHistograms() throws {
    for (name, count) in values {
      guard let match = name.wholeMatch(of: /([a-z_]+)_count\{(.*)\}/) else { continue }
      let buckets = ["0.005", "0.05", "0.5", "5.0", "+Inf"].map {
        values["\(match.1)_bucket{\(match.2),le=\"\($0)\"}"] ?? -1
      }
      guard buckets == buckets.sorted(), buckets[0] >= 0, buckets.last == count else {
        throw Misread(line: name)
      }
    }
  }
}
