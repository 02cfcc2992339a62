import AfterwitDevice
import AfterwitHousehold
import AfterwitMeter
import AfterwitSync

/// Sessions in which nothing is new, each over a connection of its own.
struct IdleRun {
  func measure() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        try Prose.fill(desk, entries: 100, changes: 100)
        try await desk.sync(at: relay)
        let start = Moment.now
        var roundTrips = 0
        for _ in 0..<50 { roundTrips += try await desk.sync(at: relay).roundTrips }
        let passed = start.passed
        Fact("round trips of a sync with nothing new", Double(roundTrips) / 50).print()
        Fact("its CPU, relay included and without the start of a process, ms", passed.cpu / 50)
          .print()
      }
    }
  }
}
