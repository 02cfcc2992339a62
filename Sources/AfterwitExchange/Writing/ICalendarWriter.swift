internal import AfterwitEncoding
internal import AfterwitJournal

/// Writes an iCalendar file (RFC 5545): reflections and mantras as journal entries, goals as tasks.
struct ICalendarWriter {
  private static let known: Set<String> = ["title", "on", "at", "tags", "due", "state"]

  var losses = ExportLosses()

  /// All entries as one file.
  mutating func text(_ entries: [DatedEntry]) -> String {
    var text = Self.line("BEGIN", "VCALENDAR") + Self.line("VERSION", "2.0")
    text += Self.line("PRODID", "-//Afterwit//Afterwit//EN")
    for entry in entries { text += component(entry) }
    return text + Self.line("END", "VCALENDAR")
  }

  private mutating func component(_ dated: DatedEntry) -> String {
    let entry = dated.entry
    let isTask = entry.kind == .goal
    losses.count(entry, but: Self.known)
    if entry.kind == .mantra { losses.count(.otherKind) }
    let name = isTask ? "VTODO" : "VJOURNAL"
    var text = Self.line("BEGIN", name) + Self.line("UID", entry.id.text + "@afterwit")
    text += Self.line("DTSTAMP", Self.moment(entry.modified))
    text += Self.line("CREATED", Self.moment(entry.created))
    if !isTask {
      if let time = dated.time {
        text += Self.line("DTSTART", Self.digits(dated.day) + "T" + Self.digits(time) + "00")
      } else {
        text += Self.line("DTSTART;VALUE=DATE", Self.digits(dated.day))
      }
    }
    if !entry.title.isEmpty { text += Self.line("SUMMARY", Self.escaped(entry.title)) }
    // Exactly one, for other programs keep only one.
    if !entry.body.isEmpty { text += Self.line("DESCRIPTION", Self.escaped(entry.body)) }
    let tags = entry.tags.map { tag -> String in
      guard tag.contains(",") || tag.contains("\\") else { return tag }
      losses.count(.tagSigns)
      return tag.replacing(",", with: "_").replacing("\\", with: "_")
    }
    if !tags.isEmpty {
      text += Self.line("CATEGORIES", tags.map(Self.escaped).joined(separator: ","))
    }
    if isTask {
      if let due = Day(entry.value("due")) {
        text += Self.line("DUE;VALUE=DATE", Self.digits(due))
      }
      let states = ["met": "COMPLETED", "dropped": "CANCELLED"]
      text += Self.line("STATUS", states[entry.value("state")] ?? "NEEDS-ACTION")
    }
    return text + Self.line("END", name)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func digits(_ day: Day) -> String { day.description.replacing("-", with: "") }
  private static func digits(_ time: TimeOfDay) -> String {
    time.description.replacing(":", with: "")
  }

  private static func moment(_ milliseconds: UInt64) -> String {
    let local = LocalTime(universal: milliseconds)
    let second = Int(milliseconds / 1000 % 60)
    return digits(local.day) + "T" + digits(local.time) + (second < 10 ? "0" : "") + "\(second)Z"
  }

  /// A line, folded so that none has more than 75 bytes.
  private static func line(_ name: String, _ value: String) -> String {
    var result = ""
    var count = 0
    for scalar in (name + ":" + value).unicodeScalars {
      let size = String(scalar).utf8.count
      if count + size > 74 {
        result += "\r\n "
        count = 1
      }
      result.unicodeScalars.append(scalar)
      count += size
    }
    return result + "\r\n"
  }
}
