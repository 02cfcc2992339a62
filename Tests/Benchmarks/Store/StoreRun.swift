import AfterwitDevice
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitMeter
import Foundation

/// A home that is filled by one process, then read and derived again.
struct StoreRun {
  let entries: Int
  let changes: Int

  func measure() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let filling = Moment.now
      let ids = try Prose.fill(device, entries: entries, changes: changes)
      let filled = filling.passed
      Fact("durable changes a second", Double(changes) / filled.wall * 1000).print()
      Fact("CPU of a change, ms", filled.cpu / Double(changes)).print()
      try time("list of 10, ms", 100) { _ in
        _ = try device.list(ListFilter(limit: 10))
      }
      try time("find of one word, ms", 100) { _ in
        _ = try device.list(ListFilter(EntryFilter(words: ["needle"])))
      }
      try time("show of one entry, ms", 100) { turn in
        _ = try device.entry(ids[turn * 7919 % ids.count])
      }
      let deriving = Moment.now
      let status = try device.status()
      try device.rebuild()
      Fact("derive all again, CPU of a change, ms", deriving.passed.cpu / Double(changes)).print()
      guard try device.status().digest == status.digest else { throw NotTheSame() }
      let size =
        try FileManager.default.attributesOfItem(
          atPath: household.home("desk").path + "/journal.sqlite")[.size] as? Int
      Fact("bytes of the database a change", Double(size ?? 0) / Double(changes)).print()
    }
  }

  private func time(_ what: String, _ turns: Int, _ body: (Int) throws -> Void) throws {
    let start = Moment.now
    for turn in 0..<turns { try body(turn) }
    Fact(what, start.passed.cpu / Double(turns)).print()
  }
}

/// What was derived again is not what was there.
private struct NotTheSame: Error {}
