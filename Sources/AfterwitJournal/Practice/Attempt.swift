internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding

/// An event that a reflection is set down for, before or after it happens.
public struct Attempt: Hashable, Sendable {
  /// The reflection.
  public let entry: EntryView
  /// The day of the event.
  public let day: Day

  /// The event of a reflection; `nil` where it has no day.
  public init?(_ entry: EntryView) {
    guard entry.kind == .reflection, let day = entry.eventDay else { return nil }
    self.entry = entry
    self.day = day
  }

  /// The time of day of the event, where one was given.
  public var time: TimeOfDay? { entry.eventTime }

  /// Whether it lies ahead: on a later day, or on this one at a later time, or while nothing tells
  /// how it was.
  public func isAhead(of now: LocalTime) -> Bool {
    guard day == now.day else { return day > now.day }
    return isAwaited || time.map { $0 > now.time } ?? false
  }

  /// Whether nothing was written of it, so that a person may be asked how it was.
  public var isAwaited: Bool {
    [nil, "interview"].contains(entry.register(.occasion)) && !entry.isTold
      && entry.register(.outcome) == nil && entry.register(.mood) == nil
  }

  /// Whether one event comes before another; of the same day and time, the one written first.
  public static func isEarlier(_ left: Attempt, _ right: Attempt) -> Bool {
    let (first, second) = (left.time?.minutes ?? -1, right.time?.minutes ?? -1)
    return (left.day, first, left.entry.created.rawValue) < (
      right.day, second, right.entry.created.rawValue
    )
  }
}

extension Attempt {
  /// How closely an earlier reflection is related to this event; less is closer.
  ///
  /// - Parameter organisation: whom the event is with, as names are compared.
  static func distance(
    of entry: EntryView, from attempt: EntryView?, organisation: String?
  ) -> Int {
    if let attempt, attempt.register(.after) == entry.id.text { return 0 }
    if let organisation, entry.organisation?.compared == organisation { return 1 }
    guard let attempt else { return 3 }
    let isAlike =
      !Set(attempt.tags).isDisjoint(with: entry.tags)
      || [CodedField.role, .stage].contains { field in
        attempt.register(field).map { $0.compared == entry.register(field)?.compared } ?? false
      }
    return isAlike ? 2 : 3
  }

  /// Earlier reflections by how closely they are related to an event, of these the newest first; each
  /// once, without the event's own and those that lie ahead.
  public static func related(
    _ entries: [EntryView], to attempt: EntryView?, organisation: String?, now: LocalTime
  ) -> [EntryView] {
    let name = organisation?.compared
    var seen: Set<String> = []
    let earlier = entries.filter { entry in
      entry.id != attempt?.id && !entry.isPrivate && !entry.isDeleted
        && !(Attempt(entry)?.isAhead(of: now) ?? false) && seen.insert(entry.id.text).inserted
    }
    return earlier.map { entry in
      (entry, distance(of: entry, from: attempt, organisation: name))
    }.sorted { left, right in
      left.1 == right.1 ? left.0.occurred > right.0.occurred : left.1 < right.1
    }.map(\.0)
  }
}

extension Attempt {
  /// Whether its organisation, role, stage, title or tags hold all of some words.
  public func isMeant(by words: [String]) -> Bool {
    let names = [CodedField.organisation, .role, .stage, .title].compactMap { entry.register($0) }
    let text = (names + entry.tags).joined(separator: " ").compared
    return words.allSatisfy { text.contains($0.compared) }
  }
}
