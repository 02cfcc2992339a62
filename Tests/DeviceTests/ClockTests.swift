import AfterwitCausality
import AfterwitDevice
import AfterwitJournal
import Testing

@Suite("Clocks that are wrong")
struct ClockTests {
  private static let hour: Int64 = 3_600_000
  private static let years = 5 * 365 * 24 * hour

  @Test("A clock that was wrong once dates what was written by it, and nothing after")
  func wrongOnce() async throws {
    try await Machines.with { machines in
      let desk = machines.desk
      let before = try machines.write("before", on: desk)
      machines.set(desk: Self.years)
      let wrong = try machines.write("while it was wrong", on: desk)
      #expect(
        try desk.takeClockFacts() == [.jumped(before: before.time, now: wrong.time)])
      #expect(Int64(wrong.time) - Int64(before.time) > Self.years)
      machines.set(desk: 0)
      let after = try machines.write("after", on: desk)
      #expect(try desk.takeClockFacts() == [.jumped(before: wrong.time, now: after.time)])
      let last = try machines.write("last", on: desk)
      #expect(try desk.takeClockFacts().isEmpty, "a jump is told once")
      try await machines.sync()
      let other = try machines.write("on the laptop", on: machines.laptop)
      try await machines.sync()
      for device in [desk, machines.laptop] {
        #expect(
          try device.list(ListFilter(limit: 5)).map(\.entry.id)
            == [wrong, other, last, after, before].map(\.id))
        for entry in [before, wrong, after, last, other] {
          #expect(try device.entry(entry.id).created.milliseconds == entry.time)
        }
      }
      // What was written by the wrong clock is modified by the right one.
      machines.advance()
      _ = try desk.edit(wrong.id, edits: [.append(field: "words", text: "More.")])
      let view = try desk.entry(wrong.id)
      #expect(view.created.milliseconds == wrong.time)
      #expect(view.modified.milliseconds == machines.now)
    }
  }

  @Test("Of two machines 20 hours apart each keeps its own time, and each names the other")
  func apart() async throws {
    try await Machines.with { machines in
      let (desk, laptop) = (machines.desk, machines.laptop)
      machines.set(laptop: 20 * Self.hour)
      let ahead = try machines.write("on the laptop", on: laptop)
      try await machines.sync()
      let behind = try machines.write("on the desk", on: desk)
      #expect(behind.time == machines.now, "the laptop's clock is not the desk's")
      _ = try desk.edit(ahead.id, edits: [.append(field: "words", text: "More.")])
      try await machines.sync()
      for device in [desk, laptop] {
        let view = try device.entry(ahead.id)
        #expect(view.created.milliseconds == ahead.time)
        #expect(view.modified.milliseconds == machines.now, "modified last on the desk")
        #expect(try device.list(ListFilter(limit: 2)).map(\.entry.id) == [ahead.id, behind.id])
      }
      try Self.expectTold(desk, of: "laptop", around: 20 * Self.hour)
      try Self.expectTold(laptop, of: "desk", around: -20 * Self.hour)

      // Both are right again; of what meets now, the later is shown.
      machines.set(laptop: 0)
      let first = try machines.write("first", on: desk)
      try await machines.sync()
      machines.advance()
      _ = try desk.edit(first.id, edits: [.set(field: "title", value: "earlier")])
      machines.advance()
      _ = try laptop.edit(first.id, edits: [.set(field: "title", value: "later")])
      #expect(try laptop.takeClockFacts().map(\.isJump) == [true], "it went back")
      try await machines.sync()
      for device in [desk, laptop] { #expect(try device.entry(first.id).title == "later") }
      _ = try machines.write("goes on", on: laptop)
      _ = try machines.write("goes on", on: desk)
      try await machines.sync()
      for device in [desk, laptop] {
        #expect(try device.devices().allSatisfy { $0.clockDistance == nil })
        #expect(try device.takeClockFacts().isEmpty)
      }
    }
  }

  @Test("A clock that goes back takes nothing with it: what was written keeps its date")
  func back() async throws {
    try await Machines.with { machines in
      let entry = try machines.write("before", on: machines.desk)
      machines.set(desk: -72 * Self.hour)
      machines.advance()
      let edited = machines.now - UInt64(72 * Self.hour)
      _ = try machines.desk.edit(entry.id, edits: [.append(field: "words", text: "More.")])
      let later = try machines.write("later", on: machines.desk)
      try await machines.sync()
      for device in [machines.desk, machines.laptop] {
        let view = try device.entry(entry.id)
        #expect(view.created.milliseconds == entry.time && view.modified.milliseconds == edited)
        #expect(try device.entry(later.id).created.milliseconds == later.time)
        try device.rebuild()
        #expect(try device.entry(entry.id) == view, "the same from the envelopes")
      }
      let report = try machines.laptop.devices().first { $0.name == "desk" }
      #expect(report?.lastMilliseconds == later.time, "the last one, not the greatest")
    }
  }

  @Test("Nothing is said of clocks that are right, however long a machine was away")
  func right() async throws {
    try await Machines.with { machines in
      for _ in 0..<3 {
        _ = try machines.write("here", on: machines.desk)
        try await machines.sync()
        machines.advance(by: 40 * 24 * Self.hour)
        _ = try machines.write("there", on: machines.laptop)
        machines.advance(by: 24 * Self.hour)
        try await machines.sync()
      }
      for device in [machines.desk, machines.laptop] {
        #expect(try device.takeClockFacts().isEmpty)
        #expect(try device.devices().allSatisfy { $0.clockDistance == nil })
      }
    }
  }

  private static func expectTold(
    _ device: Device, of name: String, around expected: Int64,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let facts = try device.takeClockFacts()
    guard case .apart(name, let milliseconds)? = facts.first, facts.count == 1 else {
      Issue.record("\(facts)", sourceLocation: location)
      return
    }
    #expect(abs(milliseconds - expected) < hour / 4, sourceLocation: location)
    #expect(try device.takeClockFacts().isEmpty, "told once", sourceLocation: location)
    let report = try device.devices().first { $0.name == name }
    #expect(report?.clockDistance == milliseconds, sourceLocation: location)
  }
}

extension ClockFact {
  fileprivate var isJump: Bool {
    if case .jumped = self { true } else { false }
  }
}
