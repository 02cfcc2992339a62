internal import AfterwitJournal

/// Reads a diary of Emacs: lines that begin with a day, and what is indented below them.
struct EmacsDiaryReader {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  let options: SourceOptions

  /// Hands over all entries of a full date.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    guard case .file(let file, _) = source else {
      throw SourceFailure.notOfFormat(.diary, SourcePlace("folder"))
    }
    guard let style = options.style else { throw SourceFailure.styleWanted }
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    var entry: SourceEntry?
    for line in SourceLines(file.bytes) {
      let place = SourcePlace(file.name, line: line.number)
      if line.bytes.first == 0x20 || line.bytes.first == 0x09 {
        guard var above = entry else {
          if !line.isBlank {
            try take(.note(SourceNote(place, .skipped(line.text, because: .beforeFirstEntry))))
          }
          continue
        }
        let text = String(Substring(line.text).trimmed)
        above.body += above.body.isEmpty ? text : "\n" + text
        entry = above
        continue
      }
      if let entry { try take(.entry(entry)) }
      entry = nil
      guard !line.isBlank else { continue }
      let bytes = line.bytes.first == UInt8(ascii: "&") ? line.bytes.dropFirst() : line.bytes
      let text = String(decoding: bytes, as: UTF8.self)
      switch Self.head(bytes, style: style) {
      case .day(let day, let rest): entry = Self.entry(day, rest, at: place)
      case .noSuchDay: try take(.note(SourceNote(place, .noSuchMoment(text))))
      case .none:
        let reason: SourceNote.Reason = text.hasPrefix("%%") ? .expression : .repeated
        // What goes on below it belongs to it.
        try take(.note(SourceNote(place, .skipped(line.text, because: reason))))
      }
    }
    if let entry { try take(.entry(entry)) }
  }

  private enum Head {
    case day(Day, Substring)
    case noSuchDay
    case none
  }

  private static func entry(_ day: Day, _ rest: Substring, at place: SourcePlace) -> SourceEntry {
    var entry = SourceEntry(.shared(day.description), at: place)
    entry.day = day
    var rest = rest.trimmed
    var cursor = StampCursor(Array(rest.utf8)[...])
    if let hour = cursor.number(1...2), cursor.take(":"), let minute = cursor.number(2...2),
      hour < 24, minute < 60
    {
      var hour = hour
      let suffix = String(decoding: cursor.rest.prefix(2), as: UTF8.self).lowercased()
      var length = rest.utf8.count - cursor.rest.count
      if suffix == "am" || suffix == "pm" {
        hour = hour % 12 + (suffix == "pm" ? 12 : 0)
        length += 2
      }
      entry.time = TimeOfDay(minutes: hour * 60 + minute)
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: length)...].trimmed
    }
    entry.title = String(rest)
    return entry
  }

  private static func head(_ line: ArraySlice<UInt8>, style: SourceOptions.DiaryStyle) -> Head {
    var cursor = StampCursor(line)
    let parts: (year: Int, month: Int, date: Int)?
    switch style {
    case .iso: parts = iso(&cursor)
    case .european: parts = european(&cursor)
    case .american: parts = american(&cursor)
    }
    guard let parts else { return .none }
    guard cursor.isAtEnd || cursor.rest.first == 0x20 || cursor.rest.first == 0x09 else {
      return .none
    }
    let year = parts.year < 100 ? 2000 + parts.year : parts.year
    guard let day = Day(year: year, month: parts.month, dayOfMonth: parts.date) else {
      return .noSuchDay
    }
    return .day(day, Substring(String(decoding: cursor.rest, as: UTF8.self)))
  }

  private static func iso(_ cursor: inout StampCursor) -> (Int, Int, Int)? {
    guard let year = cursor.number(4...4), cursor.takesMark(),
      let month = cursor.number(1...2), cursor.takesMark(), let date = cursor.number(1...2)
    else { return nil }
    return (year, month, date)
  }

  private static func american(_ cursor: inout StampCursor) -> (Int, Int, Int)? {
    if let month = cursor.name(among: months) {
      _ = cursor.take(".")
      guard cursor.take(" "), let date = cursor.number(1...2), cursor.take(","), cursor.take(" "),
        let year = cursor.number(4...4)
      else { return nil }
      return (year, month + 1, date)
    }
    guard let month = cursor.number(1...2), cursor.take("/"), let date = cursor.number(1...2),
      cursor.take("/"), let year = cursor.number(4...4) ?? cursor.number(2...2)
    else { return nil }
    return (year, month, date)
  }

  private static func european(_ cursor: inout StampCursor) -> (Int, Int, Int)? {
    guard let date = cursor.number(1...2) else { return nil }
    if cursor.take("/") {
      guard let month = cursor.number(1...2), cursor.take("/"),
        let year = cursor.number(4...4) ?? cursor.number(2...2)
      else { return nil }
      return (year, month, date)
    }
    guard cursor.take(" "), let month = cursor.name(among: months) else { return nil }
    _ = cursor.take(".")
    guard cursor.take(" "), let year = cursor.number(4...4) else { return nil }
    return (year, month + 1, date)
  }
}

extension StampCursor {
  /// Goes behind what parts the numbers of a day in the order of ISO.
  fileprivate mutating func takesMark() -> Bool { take("-") || take("/") }
}
