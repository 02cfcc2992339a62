internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// An entry on one line: id, day, kind, what it is, and behind it tags, what is due and marks; or the
/// columns that the person has chosen, in their order.
///
/// On a terminal the line is as wide as that is, and what stands behind the title is at its right end.
/// In a pipe nothing is cut or padded, and two spaces part what belongs apart.
struct EntryLine {
  /// How many columns a line needs to tell more than what the entry is.
  private static let enough = 48
  /// The widest word for a kind or an occasion.
  private static let kindWidth = 10

  /// How the line is dressed.
  let style: Style
  /// The present day.
  let today: Day
  /// What is shown, in this order.
  private let columns: [String]
  /// How many columns a day takes on a terminal.
  private let dayWidth: Int

  /// Lines for some entries, and perhaps further ones.
  init(style: Style, today: Day, columns: [String], widthOf entries: [ListedEntry]) {
    self.style = style
    self.today = today
    self.columns = columns
    dayWidth = entries.contains { $0.day.year != today.year } ? 11 : 6
  }

  /// The line.
  ///
  /// - Parameter titles: where titles under review are looked up.
  func text(_ listed: ListedEntry, in titles: inout ReviewedTitles) throws -> String {
    let reviewed = listed.excerpt == nil ? try titles.title(of: listed.entry) : nil
    let line = Self.words(of: listed, reviewed: reviewed)
    guard let width = style.width else { return plain(listed, line) }
    guard width >= Self.enough else {
      return style.bold(listed.entry.id.shortText) + "  "
        + line.fitted(to: max(width - 10, 1), style: style).dressed
    }
    let title = columns.firstIndex(of: "title") ?? columns.endIndex
    let before = columns[..<title].map { leading($0, listed) }
    let head = before.map { $0.dressed + "  " }.joined()
    let room = width - before.reduce(0) { $0 + $1.columns + 2 }
    guard title < columns.endIndex else { return String(head.dropLast(2)) }
    let parts = columns[(title + 1)...].map { plainText($0, listed) }.filter { !$0.isEmpty }
    let tail = style.line(parts.joined(separator: "  "), within: room / 2)
    let words = line.fitted(to: tail.isEmpty ? room : room - tail.columns - 2, style: style)
    guard !tail.isEmpty else { return head + words.dressed }
    // Behind words of which terminals disagree how wide they are, nothing could stand at the edge.
    let gap = line.text.hasUncertainColumns ? 2 : max(2, room - words.columns - tail.columns)
    return head + words.dressed + String(repeating: " ", count: gap) + style.faint(tail)
  }

  /// The line for a pipe.
  private func plain(_ listed: ListedEntry, _ words: MarkedLine) -> String {
    // Joined by hand, because `joined` makes the runtime build a generic type in each process.
    var line = ""
    for column in columns {
      let part = column == "title" ? words.text : plainText(column, listed)
      guard !part.isEmpty else { continue }
      if !line.isEmpty { line += "  " }
      line += dressed(style.line(part), column)
    }
    return line
  }

  /// What a column says, as it is seen best.
  private func dressed(_ text: String, _ column: String) -> String {
    switch column {
    case "id": style.bold(text)
    case "date": style.faint(text)
    default: text
    }
  }

  /// A column before the title on a terminal, as wide in each line.
  private func leading(_ column: String, _ listed: ListedEntry) -> (dressed: String, columns: Int) {
    let text = style.line(plainText(column, listed))
    switch column {
    case "id": return (style.bold(text), text.columns)
    case "date":
      let day = dayName(listed.day)
      return (style.faint(day), day.columns)
    case "kind":
      return (text.cut(toColumns: Self.kindWidth).padded(to: Self.kindWidth), Self.kindWidth)
    default: return (style.faint(text), text.columns)
    }
  }

  /// What a column other than the title says.
  private func plainText(_ column: String, _ listed: ListedEntry) -> String {
    let entry = listed.entry
    switch column {
    case "id": return entry.id.shortText
    case "date": return listed.day.description
    case "kind": return entry.register(.occasion) ?? entry.kindName
    case "tags": return entry.tags.map { "#" + $0 }.joined(separator: " ")
    default: return marks(of: entry)
    }
  }

  private func dayName(_ day: Day) -> String {
    let name = day.year == today.year ? day.shortName : "\(day.shortName) \(day.year)"
    let number = day.dayOfMonth < 10 ? " " + name : name
    return number.padded(to: dayWidth)
  }

  /// What is due or the state of a goal, a star, whether it is private, open reviews.
  private func marks(of entry: EntryView) -> String {
    var due = ""
    if entry.kind == .goal, !entry.isActive {
      due = entry.register(.state) ?? ""
    } else if let day = entry.dueDays.first {
      due = "due " + (style.width == nil ? day.description : day.shortName)
    }
    let reviews = entry.openPartCount
    return [
      due, entry.isStarred ? "*" : "", entry.isPrivate ? "private" : "",
      reviews == 0 ? "" : reviews == 1 ? "1 review" : "\(reviews) reviews",
    ].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// What the entry is: where words were looked for, those around them with the name of their field;
  /// else whom it was with, and its title, or that as it is under review.
  private static func words(of listed: ListedEntry, reviewed: String?) -> MarkedLine {
    let entry = listed.entry
    guard let excerpt = listed.excerpt else {
      let isTitled = entry.register(.title) != nil
      let title = Escaping.oneLine(reviewed ?? entry.title)
      guard !isTitled, entry.organisation != nil else { return MarkedLine(title) }
      // Of what lies ahead nothing may be written yet.
      return MarkedLine(title.isEmpty ? entry.eventName : entry.eventName + ": " + title)
    }
    let isOrganisation = excerpt.field == FieldName(.organisation)
    let host = isOrganisation ? nil : entry.organisation.map { Escaping.oneLine($0) + ", " }
    return MarkedLine(
      lead: (host ?? "") + excerpt.field.name.string + ": ", excerpt.text, marks: excerpt.marks)
  }
}
