import AfterwitDevice
import AfterwitHousehold
import AfterwitMeter
import AfterwitSync

/// A new device takes in a whole journal.
struct JoinRun {
  let entries: Int
  let changes: Int

  func measure() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        try Prose.fill(desk, entries: entries, changes: changes)
        let push = Moment.now
        let pushed = try await desk.sync(at: relay)
        Fact("first push, s", push.passed.wall / 1000).print()
        let join = Moment.now
        let phone = try await household.joiner("phone", invitedBy: desk, at: relay)
        let passed = join.passed
        Fact("a new device joins and takes in all, s", passed.wall / 1000).print()
        Fact("CPU of it, relay included, s", passed.cpu / 1000).print()
        Fact("envelopes", Double(pushed.pushed)).print()
        try await phone.sync(at: relay)
        // The new device writes its name; the first one has yet to see it.
        try await desk.sync(at: relay)
        let (here, there) = (try desk.status(), try phone.status())
        guard here.digest == there.digest, here.held == there.held else { throw NotTheSame() }
      }
    }
  }
}

/// The two devices did not come to hold and show the same.
private struct NotTheSame: Error {}
