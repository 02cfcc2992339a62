import AfterwitDevice
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import Testing

@Suite("Two devices and a relay over HTTP")
struct TwoDeviceTests {
  @Test("What one device wrote before the other joined is there after the join")
  func joining() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let id = try desk.new(.reflection, edits: [.set(field: "happened", value: "Turned down.")])
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        try await attic.sync(at: relay)
        #expect(try attic.entry(id).text("happened") == "Turned down.")
        try await desk.sync(at: relay)
        #expect(try desk.devices().compactMap(\.name).sorted() == ["attic", "desk"])
        try expectSame(desk, attic)
      }
    }
  }

  @Test("Offline edits of different sentences, fields, tags and moods are all there after syncing")
  func merging() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let id = try desk.new(
          .reflection, edits: [.set(field: "happened", value: "One. Two. Three.")])
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        try await attic.sync(at: relay)

        _ = try desk.edit(
          id,
          edits: [
            .replace(field: "happened", text: "One, at my desk. Two. Three."),
            .add(field: "tags", value: "desk"), .set(field: "mood", value: "2"),
          ])
        _ = try attic.edit(
          id,
          edits: [
            .replace(field: "happened", text: "One. Two. Three, upstairs."),
            .add(field: "tags", value: "attic"), .set(field: "mood-after", value: "4"),
            .set(field: "lesson", value: "Sleep first."),
          ])
        try await syncAll([desk, attic], at: relay)

        let view = try desk.entry(id)
        #expect(view.text("happened") == "One, at my desk. Two. Three, upstairs.")
        #expect(view.set("tags") == ["attic", "desk"])
        #expect(view.register("mood") == "2")
        #expect(view.register("mood-after") == "4")
        #expect(view.text("lesson") == "Sleep first.")
        try expectSame(desk, attic)
      }
    }
  }

  @Test("An edit survives a deletion made without having seen it")
  func deletingAndEditing() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let id = try desk.new(.mantra, edits: [.set(field: "words", value: "Breathe.")])
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        try await attic.sync(at: relay)
        try desk.remove([.entry(id)])
        _ = try attic.edit(id, edits: [.append(field: "words", text: "Then answer.")])
        try await syncAll([desk, attic], at: relay)
        #expect(try desk.list(ListFilter()).map(\.entry.id) == [id])
        #expect(try desk.entry(id).text("words") == "Breathe.\n\nThen answer.")
        try expectSame(desk, attic)
      }
    }
  }

  @Test("Views derived anew on a device that merged are the ones it showed")
  func rebuildingAfterMerging() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let id = try desk.new(.reflection, edits: [.set(field: "felt", value: "a b c d")])
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        try await attic.sync(at: relay)
        for round in 0..<3 {
          _ = try desk.edit(id, edits: [.append(field: "felt", text: "desk \(round)")])
          _ = try attic.edit(id, edits: [.replace(field: "felt", text: "attic \(round) a c d")])
          try await syncAll([desk, attic], at: relay)
        }
        let (before, views) = (try attic.status(), try attic.views())
        try attic.rebuild()
        #expect(try attic.status() == before)
        #expect(try attic.views() == views)
        try expectSame(desk, attic)
      }
    }
  }

  @Test("A session with nothing new is one round trip")
  func nothingNew() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        _ = try desk.new(.mantra, edits: [.set(field: "words", value: "Again.")])
        let first = try await desk.sync(at: relay)
        #expect(first.pushed == 1)
        let second = try await desk.sync(at: relay)
        #expect(second.roundTrips == 1)
        #expect(try desk.status().pending == 0)
      }
    }
  }
}

/// Every device once, then once more, so that the first learn what the last brought.
func syncAll(_ devices: [Device], at relay: LiveRelay) async throws {
  for _ in 0..<2 {
    for device in devices {
      try await device.sync(at: relay)
    }
  }
}

/// Two devices show and hold the same, and more than nothing.
func expectSame(
  _ left: Device, _ right: Device, _ location: SourceLocation = #_sourceLocation
) throws {
  let (mine, theirs) = (try left.status(), try right.status())
  #expect(mine.digest == theirs.digest, sourceLocation: location)
  #expect(mine.held == theirs.held, sourceLocation: location)
  #expect(mine.waiting == 0 && theirs.waiting == 0, sourceLocation: location)
  #expect(mine.entries > 0, sourceLocation: location)
  #expect(try left.views() == right.views(), sourceLocation: location)
}

extension Device {
  /// What is kept to be shown of each entry, those out of sight last.
  fileprivate func views() throws -> [EntryView] {
    (try list(ListFilter()) + list(ListFilter(deleted: true))).map(\.entry)
  }
}
