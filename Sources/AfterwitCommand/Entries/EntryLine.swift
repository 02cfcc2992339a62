internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// An entry on one line: id, day, kind, what it is, and behind it tags, what is due and marks.
///
/// On a terminal the line is as wide as that is, and its end stands at the right. In a pipe nothing is
/// cut or padded, and two spaces part what belongs apart.
struct EntryLine {
  /// How many columns a line needs to tell more than what the entry is.
  private static let enough = 48
  /// The widest word for a kind or an occasion.
  private static let kindWidth = 10

  /// How the line is dressed.
  let style: Style
  /// The present day.
  let today: Day
  /// How many columns a day takes on a terminal.
  private let dayWidth: Int

  /// Lines for some entries, and perhaps further ones.
  init(style: Style, today: Day, widthOf entries: [ListedEntry]) {
    self.style = style
    self.today = today
    dayWidth = entries.contains { $0.day.year != today.year } ? 11 : 6
  }

  /// The line.
  func text(_ listed: ListedEntry) -> String {
    let entry = listed.entry
    let id = style.bold(entry.id.shortText)
    let kind = style.line(entry.register(.occasion) ?? entry.kindName)
    let end = ends(of: entry)
    guard let width = style.width else {
      // Joined by hand, because `joined` makes the runtime build a generic type in each process.
      var line = id
      for part in [listed.day.description, kind, Self.words(of: listed).text] + end
      where !part.isEmpty {
        line += "  "
        line += style.line(part)
      }
      return line
    }
    guard width >= Self.enough else {
      return id + "  "
        + Self.words(of: listed).fitted(to: max(width - 10, 1), style: style).dressed
    }
    let head =
      id + "  " + style.faint(dayName(listed.day)) + "  "
      + kind.cut(toColumns: Self.kindWidth).padded(to: Self.kindWidth) + "  "
    let headWidth =
      entry.id.shortText.columns + max(dayWidth, dayName(listed.day).columns) + Self.kindWidth + 6
    let room = width - headWidth
    let tail = style.line(end.filter { !$0.isEmpty }.joined(separator: "  "), within: room / 2)
    let words = Self.words(of: listed).fitted(
      to: tail.isEmpty ? room : room - tail.columns - 2, style: style)
    guard !tail.isEmpty else { return head + words.dressed }
    return head + words.dressed
      + String(repeating: " ", count: max(2, room - words.columns - tail.columns))
      + style.faint(tail)
  }

  private func dayName(_ day: Day) -> String {
    let name = day.year == today.year ? day.shortName : "\(day.shortName) \(day.year)"
    let number = day.dayOfMonth < 10 ? " " + name : name
    return number.padded(to: dayWidth)
  }

  /// What stands behind the words: tags, what is due, the state of a goal, a star, open reviews.
  private func ends(of entry: EntryView) -> [String] {
    var due = ""
    if entry.kind == .goal, !entry.isActive {
      due = entry.register(.state) ?? ""
    } else if let day = entry.dueDays.first {
      due = "due " + (style.width == nil ? day.description : day.shortName)
    }
    let reviews = entry.openPartCount
    return [
      entry.tags.map { "#" + $0 }.joined(separator: " "), due, entry.isStarred ? "*" : "",
      entry.isPrivate ? "private" : "",
      reviews == 0 ? "" : reviews == 1 ? "1 review" : "\(reviews) reviews",
    ]
  }

  /// What the entry is: where words were looked for, those around them with the name of their field;
  /// else whom it was with, and its title.
  private static func words(of listed: ListedEntry) -> MarkedLine {
    let entry = listed.entry
    guard let excerpt = listed.excerpt else {
      let isTitled = entry.register(.title) != nil
      let event = isTitled || entry.organisation == nil ? "" : entry.eventName + ": "
      return MarkedLine(event + Escaping.oneLine(entry.title))
    }
    let isOrganisation = excerpt.field == FieldName(.organisation)
    let host = isOrganisation ? nil : entry.organisation.map { Escaping.oneLine($0) + ", " }
    return MarkedLine(
      lead: (host ?? "") + excerpt.field.name.string + ": ", excerpt.text, marks: excerpt.marks)
  }
}
