internal import AfterwitDocument

// Attempts are counted as progress: whoever keeps trying is further on, whatever came of it. Nothing
// here is kept anywhere; it is counted anew from what was written.

/// What a journal tells when it is looked at from afar.
public struct Insights: Hashable, Sendable {
  /// How many weeks of a goal are looked at.
  public static let weeksOfGoals = 12

  /// The present day.
  public let today: Day
  /// The months with anything in them, the oldest first.
  public let months: [AttemptMonth]
  /// The moods of all reflections that tell both.
  public let moods: MoodTally
  /// What to work on, by kind.
  public let lacks: [LackTally]
  /// How many attempts have a lesson.
  public let lessons: Int
  /// How many pieces of feedback attempts have.
  public let feedback: Int
  /// How many attempts have feedback.
  public let attemptsWithFeedback: Int
  /// The goals that are to be kept to, the newest first.
  public let goals: [GoalConsistency]
  /// How many goals were met.
  public let metGoals: Int

  /// Counts what some entries tell.
  ///
  /// - Parameters:
  ///   - entries: the entries, the newest first; private and deleted ones are left out.
  ///   - firstWeekday: the day that begins a week.
  ///   - dayWritten: the day on which an entry was made, where the person is.
  public init(
    of entries: [EntryView], now: LocalTime, firstWeekday: Weekday,
    dayWritten: (EntryView) -> Day
  ) {
    let today = now.day
    let shown = entries.filter { !$0.isPrivate && !$0.isDeleted }
    let told = shown.compactMap { entry -> Told? in
      guard entry.kind == .reflection else { return nil }
      let attempt = Attempt(entry)
      guard attempt?.isAhead(of: now) != true else { return nil }
      return Told(
        entry: entry, day: attempt?.day ?? dayWritten(entry), attempt: AttemptKind(entry))
    }
    let attempts = told.filter { $0.attempt != nil }.map(\.entry)
    let feedback = attempts.map { $0.list(.feedback).count }.filter { $0 > 0 }
    self.today = today
    months = Self.months(of: told)
    moods = months.reduce(into: MoodTally()) { $0.add($1.moods) }
    lacks = LackTally.all(in: told.map(\.entry))
    lessons = attempts.filter { !EntryView.firstLine(of: $0.text(.lesson)).isEmpty }.count
    self.feedback = feedback.reduce(0, +)
    attemptsWithFeedback = feedback.count
    goals = shown.compactMap { entry in
      GoalConsistency(
        of: entry, begun: dayWritten(entry), today: today, firstWeekday: firstWeekday,
        weeks: Self.weeksOfGoals)
    }
    metGoals = shown.filter { $0.kind == .goal && $0.register(.state) == "met" }.count
  }

  /// How many attempts there were.
  public var attempts: Int { months.reduce(0) { $0 + $1.total } }

  /// How many there were of a kind.
  public func count(_ kind: AttemptKind) -> Int { months.reduce(0) { $0 + $1.count(kind) } }

  /// Whether there is nothing to tell yet.
  public var isEmpty: Bool {
    attempts == 0 && moods.count == 0 && lacks.isEmpty && goals.isEmpty && metGoals == 0
  }

  /// The last months up to the present one, without a gap; they begin with the first that has
  /// anything.
  public func lastMonths(_ count: Int) -> [AttemptMonth] {
    let present = AttemptMonth(of: today)
    let places = Dictionary(uniqueKeysWithValues: months.map { ($0.name, $0) })
    return (0..<count).reversed().map { present.advanced(by: -$0) }
      .map { places[$0.name] ?? $0 }
      .drop { $0.total == 0 && $0.moods.count == 0 }.map(\.self)
  }

  private static func months(of told: [Told]) -> [AttemptMonth] {
    var found: [Int: AttemptMonth] = [:]
    for reflection in told {
      let moods = MoodTally(of: reflection.entry)
      guard reflection.attempt != nil || moods.count > 0 else { continue }
      let month = AttemptMonth(of: reflection.day)
      let place = 12 * month.year + month.month
      if let kind = reflection.attempt {
        found[place, default: month].counts[kind, default: 0] += 1
      }
      found[place, default: month].moods.add(moods)
    }
    return found.keys.sorted().compactMap { found[$0] }
  }
}

/// A reflection of something that has come.
private struct Told {
  let entry: EntryView
  let day: Day
  let attempt: AttemptKind?
}
