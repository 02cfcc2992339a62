internal import AfterwitDocument
internal import AfterwitEncoding

/// What stands on the first screen.
public struct Today: Hashable, Sendable {
  /// The present time where the person is.
  public let now: LocalTime
  /// The mantra of the day.
  public let mantra: EntryView?
  /// What lies ahead, the nearest first.
  public let ahead: [Attempt]
  /// The event of yesterday of which a person is asked how it was.
  public let awaited: Attempt?
  /// The hard events of today, after which nothing is asked.
  public let hard: [EntryView]
  /// Those who were there before, the newest first.
  public let support: [String]
  /// What is due today or late, the latest first.
  public let due: [DueItem]
  /// The goals to check.
  public let goals: [GoalWeek]
  /// A lesson that comes back.
  public let lesson: ReturningLesson?

  /// How far ahead an event still stands on a hard day, in days.
  static let nearDays = 2
  /// How many of those who were there are named.
  static let namedSupport = 3

  /// Whether the day is one on which nothing is asked.
  public var isQuiet: Bool { hard.contains(where: \.isRejection) }

  /// Puts the screen together from what may stand on it; what a quiet day leaves out is left out.
  ///
  /// - Parameters:
  ///   - ahead: reflections with a day from today on.
  ///   - yesterday: reflections of yesterday.
  ///   - answers: reflections by which an event of yesterday may have been told already.
  ///   - hard: hard reflections of today, or written today of yesterday.
  ///   - supported: reflections that name those who were there, the newest first.
  ///   - due: entries in which something may be due.
  ///   - goals: goals that are to be kept to.
  public init(
    now: LocalTime, mantra: EntryView?, ahead: [EntryView], yesterday: [EntryView],
    answers: [EntryView], hard: [EntryView], supported: [EntryView], due: [EntryView],
    goals: [EntryView], lesson: ReturningLesson?
  ) {
    let today = now.day
    let isQuiet = hard.contains(where: \.isRejection)
    let events = ahead.compactMap { Attempt($0) }.filter { $0.isAhead(of: now) }
      .sorted(by: Attempt.isEarlier)
    self.now = now
    self.mantra = mantra
    self.hard = hard
    self.ahead =
      isQuiet ? events.filter { today.days(to: $0.day) <= Self.nearDays } : events
    support = hard.isEmpty ? [] : Self.names(in: supported)
    guard !isQuiet else {
      (awaited, self.due, self.goals, self.lesson) = (nil, [], [], nil)
      return
    }
    awaited = yesterday.compactMap { Attempt($0) }
      .filter { attempt in
        attempt.isAwaited && !answers.contains { Self.tells($0, of: attempt) }
      }.max(by: Attempt.isEarlier)
    self.due = due.flatMap { DueItem.due(in: $0, through: today) }.enumerated()
      .sorted { left, right in
        (right.element.day ?? today, left.offset) < (left.element.day ?? today, right.offset)
      }.map(\.element)
    self.goals = goals.compactMap { GoalWeek(of: $0, today: today) }.filter(\.isOpen)
    self.lesson = lesson
  }

  /// Whether a reflection tells of an event that another was set down for.
  private static func tells(_ entry: EntryView, of attempt: Attempt) -> Bool {
    guard entry.id != attempt.entry.id, entry.isTold else { return false }
    return entry.register(.after) == attempt.entry.id.text
      || entry.organisation.map { name in
        attempt.entry.organisation.map { name.compared == $0.compared }
          ?? false
      } ?? false && (entry.eventDay.map { $0 >= attempt.day } ?? true)
  }

  private static func names(in entries: [EntryView]) -> [String] {
    var names: [String] = []
    for name in entries.flatMap(\.support) {
      let isNew = !names.contains { $0.compared == name.compared }
      if isNew { names.append(name) }
      if names.count == namedSupport { break }
    }
    return names
  }
}
