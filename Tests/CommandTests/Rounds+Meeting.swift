import AfterwitProcesses
import Foundation

extension Rounds {
  private static let relayUnreachable: Int32 = 4

  /// Some of the devices sync: in turn, some of them killed in the middle, or all at once.
  mutating func meet() async throws {
    let present = Self.devices.shuffled(using: &random).prefix(1 + number(3))
    if present.count > 1, chance(0.3) {
      let starts = present.map { "afterwit --home \"$T/\($0)\" sync & p=\"$p $!\";" }
      let line =
        starts.joined(separator: " ") + " e=0; for q in $p; do wait $q || e=$?; done; exit $e"
      let outcome = try await stage.shell.run(line)
      figures.commands += present.count
      if outcome.code != 0 {
        fail("\(present) at once ended with \(outcome.code): \(outcome.talk)")
      }
      return
    }
    for device in present {
      try await sync(at: device, killing: chance(0.25))
      if chance(0.3) { try await sync(at: device) }
    }
  }

  /// Syncs; a device is never told of a fork, of a forgery, or of a relay that lost anything.
  @discardableResult
  mutating func sync(
    at device: String, killing: Bool = false, allowing codes: Set<Int32> = []
  ) async throws -> Bool {
    let ending = try await run("sync --json", at: device, killing: killing, allowing: codes)
    guard ending.isDone,
      let report = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        as? [String: Any]
    else { return false }
    for name in ["forked", "forged", "declined", "restored", "unknown"]
    where report[name] as? Int != 0 {
      fail("\(device): \(name) \(report[name] ?? "") \(ending.talk)")
    }
    if report["renewed"] as? Bool != false { fail("\(device) took a new identity") }
    return report["pulled"] as? Int == 0 && report["pushed"] as? Int == 0
  }

  /// Ends the relay's life, now and then: stopped in order, or killed while a device syncs.
  mutating func endsRelay() async throws -> Bool {
    switch number(5) {
    case 0, 1:
      figures.relayStops += 1
      return true
    case 2:
      let pause = Double.random(in: 0...0.15, using: &random)
      let line =
        "afterwit sync & p=$!; sleep \(pause); kill -9 $(cat \"$T/relay.pid\"); wait $p"
      let device = Self.devices[number(3)]
      let outcome = try await stage.run(line, at: device)
      figures.commands += 1
      figures.relayKills += 1
      if ![0, Self.relayUnreachable].contains(outcome.code) {
        fail("\(device): sync at a killed relay ended with \(outcome.code): \(outcome.talk)")
      }
      return true
    default:
      return false
    }
  }

  /// All sync, again and again, until nothing is new to anybody.
  mutating func settle() async throws {
    let present = lie == .missedSync && round > 0 ? ["desk", "laptop"] : Self.devices
    for _ in 0..<8 {
      var isQuiet = true
      for device in present where try await !sync(at: device) { isQuiet = false }
      if isQuiet { return }
    }
    fail("eight times all have synced, and there is still something new")
  }

  /// Compares the devices with each other, and entries of theirs with the ledger.
  mutating func check(_ entries: [String]) async throws {
    var held: [String: Set<String>] = [:]
    for device in Self.devices {
      let status = try await documents("status", at: device).first ?? [:]
      for name in ["digest", "held", "entries", "reviews"] {
        held[name, default: []].insert("\(status[name] ?? "")")
      }
      for name in ["pending", "waiting", "quarantined"] where status[name] as? Int != 0 {
        fail("\(device): \(name) \(status[name] ?? "")")
      }
      let drafts = status["drafts"] as? Int ?? 0
      if drafts > abandonedDrafts[device, default: 0] { fail("\(device): \(drafts) drafts") }
      held["open reviews", default: []].insert(
        try await reviews(at: device).map(\.shared).sorted().joined(separator: "\n"))
      if try StoreProbe.integrity(of: device, on: stage) != "ok" { fail("\(device): not sound") }
      try await check(entries, at: device)
    }
    for (name, values) in held where values.count > 1 { fail("\(name) differ: \(values.sorted())") }
  }

  /// Every acknowledged entry and element is there, with everything typed that nobody took out.
  private mutating func check(_ entries: [String], at device: String) async throws {
    for entry in entries {
      guard let document = try await documents("show \(entry)", at: device).first else {
        fail("\(device): \(entry) is gone")
        continue
      }
      let fields = document["fields"] as? [String: Any] ?? [:]
      for (place, counts) in ledger.counts where place.entry == entry {
        let count = fields[place.field] as? Int ?? 0
        if !counts.contains(count) { fail("\(device): \(entry) counts \(count), not \(counts)") }
      }
      let missing = ledger.missing(of: entry) { field in
        field == "tags"
          ? Set(fields["tags"] as? [String] ?? [])
          : Prose.markers(in: fields[field] as? String ?? "")
      }
      for sentence in missing { fail("\(device): \(sentence)") }
    }
  }
}
