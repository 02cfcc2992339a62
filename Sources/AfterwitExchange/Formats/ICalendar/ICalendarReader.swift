internal import AfterwitJournal

/// Reads an iCalendar file: journal entries, and tasks as goals.
struct ICalendarReader {
  let options: SourceOptions

  /// Hands over all journal entries and tasks.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    switch source {
    case .file(let file, _): try read(file, take)
    case .folder(let folder):
      for path in folder.paths where path.lowercased().hasSuffix(".ics") {
        do {
          try read(SourceFile(path, try folder.bytes(of: path)), take)
        } catch SourceFailure.notUTF8(let place) {
          try take(.note(SourceNote(place, .skipped(path, because: .notUTF8))))
        } catch SourceFailure.notOfFormat(_, let place) {
          try take(.note(SourceNote(place, .skipped(path, because: .notOfFormat))))
        }
      }
    }
  }

  private func read(_ file: SourceFile, _ take: (SourceItem) throws -> Void) throws {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    var open: [String] = []
    var component: CalendarComponent?
    var isCalendar = false
    try Self.forEachLine(file) { number, text in
      guard let line = ContentLine(text) else { return }
      switch line.name {
      case "BEGIN":
        let name = line.value.uppercased()
        isCalendar = isCalendar || name == "VCALENDAR"
        if component == nil, name == "VJOURNAL" || name == "VTODO" {
          component = CalendarComponent(name: name, line: number)
        } else if component == nil, name == "VEVENT" {
          try take(
            .note(
              SourceNote(
                SourcePlace(file.name, line: number), .skipped(name, because: .anotherType))))
        }
        open.append(name)
      case "END":
        guard open.popLast() == line.value.uppercased() else {
          throw SourceFailure.notOfFormat(.ical, SourcePlace(file.name, line: number))
        }
        guard let ended = component, ended.name == line.value.uppercased() else { return }
        component = nil
        try read(ended, file, take)
      default:
        // What stands in a component of a component, as an alarm does, is not its own.
        if let name = component?.name, open.last == name { component?.add(line) }
      }
    }
    guard isCalendar, open.isEmpty else {
      throw SourceFailure.notOfFormat(.ical, SourcePlace(file.name))
    }
  }

  /// The lines, unfolded, each with the number of its first.
  private static func forEachLine(
    _ file: SourceFile, _ body: (Int, String) throws -> Void
  ) throws {
    var pending: (number: Int, bytes: [UInt8])?
    for line in SourceLines(file.bytes) {
      if let first = line.bytes.first, first == 0x20 || first == 0x09, pending != nil {
        pending?.bytes += line.bytes.dropFirst()
        continue
      }
      if let pending { try body(pending.number, String(decoding: pending.bytes, as: UTF8.self)) }
      pending = (line.number, Array(line.bytes))
    }
    if let pending { try body(pending.number, String(decoding: pending.bytes, as: UTF8.self)) }
  }

  private func read(
    _ component: CalendarComponent, _ file: SourceFile, _ take: (SourceItem) throws -> Void
  ) throws {
    let place = SourcePlace(file.name, line: component.line)
    let summary = component.property("SUMMARY")?.text
    let start = component.property("DTSTART")
    let recurrence = component.property("RECURRENCE-ID")?.value ?? ""
    let identity: SourceEntry.Identity
    if let uid = component.property("UID")?.text, !uid.isEmpty {
      identity = .unique(recurrence.isEmpty ? uid : uid + " " + recurrence)
    } else {
      identity = .shared(start?.value ?? "")
    }
    var entry = SourceEntry(identity, at: place)
    entry.title = summary
    entry.body = component.description
    entry.tags = component.categories
    if let start {
      if let moment = moment(start) {
        entry.day = moment.day
        entry.time = moment.time
      } else {
        try take(.note(SourceNote(place, .noSuchMoment(start.value))))
      }
    }
    if component.property("RRULE") != nil || component.property("RDATE") != nil {
      try take(
        .note(
          SourceNote(place, .leftOut(component.property("RRULE")?.value ?? "", of: "repetition"))))
    }
    if component.name == "VTODO" {
      entry.kind = .goal
      if let due = component.property("DUE") {
        if let day = moment(due)?.day {
          entry.fields.append(SourceEntry.Field("due", day.description))
        } else {
          try take(.note(SourceNote(place, .noSuchMoment(due.value))))
        }
      }
      let status = component.property("STATUS")?.value.uppercased()
      let state = status == "CANCELLED" ? "dropped" : status == "COMPLETED" ? "met" : "active"
      entry.fields.append(SourceEntry.Field("state", state))
    }
    let count = component.properties.count { $0.name == "ATTACH" }
    if count > 0 { try take(.note(SourceNote(place, .leftOut("\(count)", of: "attachments")))) }
    try take(.entry(entry))
  }

  /// A day, or a moment: where the person is, or in the zone that is named.
  private func moment(_ line: ContentLine) -> SourceMoment? {
    var cursor = StampCursor(Array(line.value.utf8)[...])
    guard let year = cursor.number(4...4), let month = cursor.number(2...2),
      let date = cursor.number(2...2), let day = Day(year: year, month: month, dayOfMonth: date)
    else { return nil }
    if cursor.isAtEnd { return SourceMoment(day: day) }
    guard cursor.take("T"), let hour = cursor.number(2...2), hour < 24,
      let minute = cursor.number(2...2), minute < 60
    else { return nil }
    let second = cursor.number(2...2) ?? 0
    guard cursor.take("Z") else {
      return TimeOfDay(minutes: hour * 60 + minute).map { SourceMoment(day: day, time: $0) }
    }
    let seconds = Day(daysSince1970: 0).days(to: day) * 86_400 + hour * 3600 + minute * 60 + second
    return options.clocks.localTime(Int64(seconds), in: nil).map { SourceMoment($0) }
  }
}
