import AfterwitDevice
import AfterwitDocument
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import Foundation
import Synchronization
import Testing

@Suite("What comes next, and what it came from")
struct PracticeTests {
  @Test("On the first night nothing is asked; those who were there are named; what is near stands")
  func firstNight() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-11-20", hour: 9)
      _ = try device.reflection(
        "A long day.", ["on": "2026-11-10", "lesson": "Sleep."], support: ["Ana", "Sam", "Lee"])
      evening.set("2026-11-21", hour: 9)
      _ = try device.reflection("Another.", ["mood": "4"], support: ["sam", "Kim"])
      let goal = try device.new(
        .goal,
        edits: [.set(field: "title", value: "Breathe"), .set(field: "cadence", value: "daily")])
      let near = try device.reflection(nil, ["on": "2026-11-29", "organisation": "Globex"])
      let far = try device.reflection(nil, ["on": "2026-12-07", "organisation": "Initech"])
      evening.set("2026-11-27", hour: 21)
      #expect(try device.today().goals.map(\.entry.id) == [goal])
      #expect(try device.today().support.isEmpty)
      let no = try device.reflection("They said no.", ["occasion": "rejection"])
      let night = try device.today()
      #expect(night.isQuiet && night.hard.map(\.id) == [no])
      #expect(night.support == ["Kim", "sam", "Ana"])
      #expect(night.ahead.map(\.entry.id) == [near])
      #expect(night.goals.isEmpty && night.due.isEmpty && night.lesson == nil)
      evening.set("2026-11-28", hour: 9)
      let second = try device.today()
      #expect(
        !second.isQuiet && second.support.isEmpty && second.ahead.map(\.entry.id) == [near, far])
      #expect(second.goals.map(\.entry.id) == [goal])
    }
  }

  @Test("A call of yesterday that is written down tonight is a first night too")
  func writtenLater() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-11-27", hour: 21)
      _ = try device.reflection("No.", ["occasion": "rejection", "on": "2026-11-26"])
      #expect(try device.today().isQuiet)
      evening.set("2026-11-28", hour: 1)
      #expect(try !device.today().isQuiet)
    }
  }

  @Test("A low mood names those who were there, and still asks")
  func lowMood() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-11-27", hour: 21)
      _ = try device.reflection("Hm.", ["mood": "3"], support: ["Ana"])
      #expect(try device.today().support.isEmpty)
      _ = try device.reflection("Hm.", ["mood": "2"])
      #expect(try device.today().support == ["Ana"] && !device.today().isQuiet)
    }
  }

  @Test("Of an event of yesterday is asked once, until something tells of it")
  func dayAfter() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-11-26", hour: 9)
      let event = try device.reflection(
        nil, ["occasion": "interview", "on": "2026-11-27", "organisation": "Globex"])
      #expect(try device.today().awaited == nil)
      evening.set("2026-11-28", hour: 9)
      #expect(try device.today().awaited?.entry.id == event)
      let other = try device.reflection("It went well.", ["organisation": "GLOBEX"])
      #expect(try device.today().awaited == nil, "another entry tells of it")
      _ = try device.remove([.entry(other)])
      #expect(try device.today().awaited?.entry.id == event)
      _ = try device.edit(event, edits: [.append(field: "happened", text: "It went well.")])
      #expect(try device.today().awaited == nil)
    }
  }

  @Test("What is noted before an event does not tell of it; it is ahead until its time has come")
  func notedBefore() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-11-26", hour: 9)
      let event = try device.reflection(
        nil, ["occasion": "interview", "on": "2026-11-27", "at": "14:00"])
      let asks = try #require(Kind.reflection.list(named: "ask"))
      _ = try device.carryOut(
        EditRequest(.add(list: asks.name, to: event), [.set(field: "question", value: "Why?")]))
      evening.set("2026-11-28", hour: 9)
      #expect(try device.today().awaited?.entry.id == event)
      evening.set("2026-11-27", hour: 9)
      _ = try device.edit(event, edits: [.set(field: "happened", value: "In room 4.")])
      #expect(try device.today().ahead.map(\.entry.id) == [event])
      evening.set("2026-11-27", hour: 15)
      #expect(try device.today().ahead.isEmpty)
    }
  }

  @Test("What is private or removed comes to nobody unasked", arguments: [true, false])
  func privacy(_ isPrivate: Bool) async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-11-27", hour: 9)
      let all = [
        try device.reflection(
          "No.", ["occasion": "rejection", "lesson": "Ask.", "story-turn": "Then."],
          support: ["Ana"]),
        try device.reflection(nil, ["on": "2026-11-28", "organisation": "Globex"]),
        try device.reflection("Old.", ["on": "2025-11-27"]),
        try device.new(.mantra, edits: [.set(field: "words", value: "I go on.")]),
        try device.new(
          .goal,
          edits: [
            .set(field: "title", value: "Walk"), .set(field: "cadence", value: "daily"),
            .set(field: "due", value: "2026-11-27"),
          ]),
      ]
      #expect(try device.today().isQuiet && device.today().mantra != nil)
      for id in all {
        if isPrivate {
          _ = try device.edit(id, edits: [.set(field: "private", value: "yes")])
        } else {
          _ = try device.remove([.entry(id)])
        }
      }
      let today = try device.today()
      #expect(
        today
          == Today(
            now: today.now, mantra: nil, ahead: [], yesterday: [], answers: [], hard: [],
            supported: [],
            due: [], goals: [], lesson: nil))
      #expect(try device.stories().isEmpty && device.questioned().isEmpty)
      #expect(try device.onThisDay().isEmpty)
      #expect(try device.preparation(for: .next) == nil)
      #expect(try device.preparation(for: .words(["globex"])) == nil)
    }
  }

  @Test("A lesson comes back after 3, 10, 30 and 90 days, and on no other day")
  func lessons() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-08-01", hour: 23)
      _ = try device.reflection("So it was.", ["lesson": "Ask first."])
      for days in 0...100 {
        evening.set("2026-08-01", hour: 0, plus: days)
        #expect(try device.today().lesson?.days == (([3, 10, 30, 90].contains(days)) ? days : nil))
      }
    }
  }

  @Test("The mantras take turns by the day, alike on every machine")
  func mantras() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-08-01", hour: 9)
      let ids = try (0..<3).map {
        try device.new(.mantra, edits: [.set(field: "words", value: "Words \($0).")])
      }.sorted()
      var shown: [EntryID] = []
      for days in 0..<6 {
        evening.set("2026-08-01", hour: 9, plus: days)
        shown.append(try #require(try device.today().mantra).id)
      }
      #expect(shown.prefix(3).sorted() == ids && Array(shown.prefix(3)) == Array(shown.suffix(3)))
      _ = try device.edit(ids[0], edits: [.set(field: "retired", value: "yes")])
      for days in 0..<6 {
        evening.set("2026-08-01", hour: 9, plus: days)
        #expect(try device.today().mantra?.id != ids[0])
      }
    }
  }

  @Test("The chain is one tree whichever entry is asked for, and a circle ends")
  func chains() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-08-01", hour: 9)
      let first = try device.reflection("First.", [:])
      let second = try device.reflection("Second.", ["after": first.text])
      let reflections = try #require(Kind.reflection.list(named: "lack"))
      let lack = try #require(
        try device.carryOut(
          EditRequest(.add(list: reflections.name, to: first), [.set(field: "of", value: "Sleep")])
        ).element)
      let goal = try device.new(
        .goal,
        edits: [
          .set(field: "title", value: "Sleep"), .add(field: "from", value: lack.element.id.text),
        ])
      let mantra = try device.new(.mantra, edits: [.set(field: "words", value: "Rest.")])
      _ = try device.edit(second, edits: [.add(field: "mantras", value: mantra.text)])
      for id in [first, second, goal, mantra] {
        let nodes = try device.chain(of: id).nodes
        #expect(nodes.map(\.entry.id) == [first, second, mantra, goal])
        #expect(nodes.map(\.depth) == [0, 1, 2, 1])
      }
      // Two machines may write a circle apart; here a later name closes one.
      _ = try device.edit(first, edits: [.add(field: "goals", value: goal.text)])
      _ = try device.edit(second, edits: [.add(field: "goals", value: goal.text)])
      let nodes = try device.chain(of: goal).nodes
      #expect(Set(nodes.map(\.entry.id)).count == 4)
      #expect(nodes.filter(\.isRepeated).count == 1)
      #expect(throws: DeviceFailure.self) {
        try device.edit(first, edits: [.set(field: "after", value: second.text)])
      }
    }
  }

  @Test(
    "What is taken along is of the same organisation first, and counts each question once a time")
  func preparing() async throws {
    try await Evening.with { evening in
      let device = evening.device
      evening.set("2026-08-01", hour: 9)
      let list = try #require(Kind.reflection.list(named: "question"))
      let theirs = try device.reflection(
        "There.", ["organisation": "Globex", "lesson": "Ask who reads it.", "on": "2026-07-01"])
      let other = try device.reflection(
        "Elsewhere.", ["organisation": "Acme", "lesson": "Sleep.", "on": "2026-07-20"])
      for (entry, asked) in [(theirs, "Why us?"), (other, "why  us?"), (other, "And you?")] {
        _ = try device.carryOut(
          EditRequest(.add(list: list.name, to: entry), [.set(field: "asked", value: asked)]))
      }
      let event = try device.reflection(nil, ["organisation": "globex", "on": "2026-08-03"])
      let preparation = try #require(try device.preparation(for: .next))
      #expect(preparation.attempt?.entry.id == event)
      #expect(preparation.lessons.map(\.id) == [theirs, other])
      #expect(preparation.questions.map(\.count) == [2, 1])
      #expect(preparation.questions.map(\.tally.asked) == ["Why us?", "And you?"])
      #expect(try device.preparation(for: .words(["ACME"]))?.lessons.first?.id == other)
      #expect(try device.preparation(for: .words(["elsewhere"]))?.lessons.map(\.id) == [other])
    }
  }
}

/// A device whose clock stands where a test sets it.
private struct Evening {
  let device: Device
  private let clock: Clock

  private final class Clock: Sendable {
    let milliseconds = Mutex<UInt64>(1_780_000_000_000)
  }

  static func with(_ body: (Evening) async throws -> Void) async throws {
    try await Household.with { household in
      try household.founder("desk").close()
      let clock = Clock()
      let environment = Environment(
        nowMilliseconds: {
          clock.milliseconds.withLock { now in
            now += 1
            return now
          }
        }, randomBytes: household.environment.randomBytes, localTime: { LocalTime(universal: $0) })
      let device = try Device(opening: household.home("desk"), environment: environment)
      try await body(Evening(device: device, clock: clock))
    }
  }

  func set(_ day: String, hour: Int, plus days: Int = 0) {
    guard let day = Day(day)?.advanced(by: days) else { return }
    let hours = 24 * Day(daysSince1970: 0).days(to: day) + hour
    clock.milliseconds.withLock { $0 = UInt64(hours) * 3_600_000 }
  }
}

extension Device {
  fileprivate func reflection(
    _ happened: String?, _ values: [String: String], support: [String] = []
  ) throws -> EntryID {
    var edits: [FieldEdit] = happened.map { [.set(field: "happened", value: $0)] } ?? []
    for (field, value) in values.sorted(by: { $0.key < $1.key }) {
      edits.append(.set(field: field, value: value))
    }
    for name in support { edits.append(.add(field: "support", value: name)) }
    return try new(.reflection, edits: edits)
  }
}
