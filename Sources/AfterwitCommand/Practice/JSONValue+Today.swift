internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// What `today` shows, as `afterwit.today/1`.
  static func document(_ today: Today, _ unfinished: Unfinished) -> JSONValue {
    .members([
      "schema": .string("afterwit.today/1"),
      "day": .string(today.now.day.description),
      "time": .string(today.now.time.description),
      "mantra": today.mantra.map { mantra in
        .members(["id": .string(mantra.id.text), "words": .string(mantra.text(.words))])
      } ?? .null,
      "ahead": .list(today.ahead.map { JSONValue($0, today.now.day) }),
      "awaited": today.awaited.map { JSONValue($0, today.now.day) } ?? .null,
      "quiet": .flag(today.isQuiet),
      "support": .list(today.support.map { .string($0) }),
      "due": .list(today.due.map { JSONValue($0) }),
      "goals": .list(
        today.goals.map { goal in
          .members([
            "id": .string(goal.entry.id.text), "title": .string(goal.entry.title),
            "cadence": .string(goal.cadence.description), "kept": .integer(goal.kept),
            "wanted": .integer(goal.wanted),
          ])
        }),
      "lesson": today.lesson.map { lesson in
        .members([
          "id": .string(lesson.entry.id.text), "words": .string(lesson.words),
          "days": .integer(lesson.days),
        ])
      } ?? .null,
      "reviews": .integer(unfinished.reviews),
      "pending": .integer(unfinished.pending),
      "drafts": .integer(unfinished.drafts),
    ])
  }

  /// An event, seen from a day.
  init(_ attempt: Attempt, _ today: Day) {
    self = .members([
      "id": .string(attempt.entry.id.text),
      "name": .string(attempt.entry.eventName),
      "on": .string(attempt.day.description),
      "at": JSONValue(attempt.time?.description),
      "days": .integer(today.days(to: attempt.day)),
    ])
  }

  /// Something to be done.
  init(_ item: DueItem) {
    self = .members([
      "entry": .string(item.entry.id.text),
      "item": JSONValue(item.element?.id.text),
      "what": .string(item.title),
      "due": JSONValue(item.day?.description),
    ])
  }
}
