internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// The first screen: what is next, and what to type for it.
struct TodayPage {
  /// The screen has at most so many lines that are not empty.
  private static let limit = 12

  /// How the page is dressed.
  let style: Style
  /// Whether everything is shown, however many lines it takes.
  let isWhole: Bool

  /// The lines of the screen.
  func lines(_ today: Today, _ unfinished: Unfinished) -> [String] {
    let head = [style.bold(today.now.day.name)]
    let mantra = today.mantra.map { ["  " + quoted($0.text(.words))] } ?? []
    let told = quiet(today) + awaited(today)
    let lesson = today.lesson.map(lines) ?? []
    let end = unfinished.isBegun ? ending(unfinished) : Self.beginning
    let rows = PracticeRows(style: style)
    let taken = ([head, mantra, told, lesson, end].flatMap(\.self)).filter { !$0.isEmpty }.count
    let room = max(1, (Self.limit - taken) / rows.linesPerRow)
    let next = shown(self.rows(today), room: room)
    let parts = [told, rows.lines(next.rows) + next.more, lesson, end].filter { !$0.isEmpty }
    return ([head, mantra].filter { !$0.isEmpty } + (parts.isEmpty ? [Self.calm] : parts))
      .flatMap { $0 + [""] }.dropLast()
  }

  /// The rows that find room, and a line about the others.
  private func shown(
    _ rows: [PracticeRow], room: Int
  ) -> (rows: [PracticeRow], more: [String]) {
    guard !isWhole, rows.count > room else { return (rows, []) }
    let shown = Array(rows.prefix(max(1, room - 1)))
    return (shown, ["  and \(rows.count - shown.count) more: afterwit today --all"])
  }

  private func rows(_ today: Today) -> [PracticeRow] {
    let day = today.now.day
    let ahead = today.ahead.enumerated().map { place, attempt in
      let distance = DayDistance(from: day, to: attempt.day)
      let time = attempt.time.map { " \($0)" } ?? ""
      let date = distance.days > 1 ? " · \(attempt.day.weekday.name) \(attempt.day.shortName)" : ""
      return PracticeRow(
        distance.words + (distance.days > 1 ? "" : time),
        attempt.entry.eventName + date + (distance.days > 1 ? time : ""),
        place == 0 ? "afterwit prep" : "afterwit prep \(attempt.entry.id.shortText)")
    }
    let due = today.due.map { item in
      PracticeRow(
        item.day.map { DayDistance(from: day, to: $0).words } ?? "",
        item.element == nil ? "goal: \(item.title)" : "\(item.title), \(item.entry.eventHost)",
        item.element.map { "afterwit done \($0.id.shortText)" }
          ?? "afterwit show \(item.entry.id.shortText)")
    }
    let goals = today.goals.map { goal in
      PracticeRow(
        "goal", "\(goal.entry.title)  \(goal.kept) of \(goal.wanted)",
        "afterwit check \(goal.entry.id.shortText)")
    }
    return ahead + due + goals
  }

  /// What is said after a hard event.
  private func quiet(_ today: Today) -> [String] {
    var lines: [String] = []
    if let rejection = today.hard.first(where: \.isRejection) {
      let isToday = rejection.eventDay.map { $0 == today.now.day } ?? true
      let when = isToday ? "today" : "yesterday"
      let what = rejection.organisation.map { "\(Escaping.oneLine($0)) was \(when). It" } ?? "It"
      lines.append("\(what) is written down; nothing else is asked tonight.")
    }
    switch today.support.count {
    case 0: break
    case 1: lines.append("\(today.support[0]) has been there for you.")
    default: lines.append("\(today.support.joinedAsProse) have been there for you.")
    }
    return lines.map { "  " + style.line($0, within: room) }
  }

  /// The question about the event of yesterday.
  private func awaited(_ today: Today) -> [String] {
    guard let entry = today.awaited?.entry else { return [] }
    let question = "\(entry.eventHost) was yesterday. How was it?"
    let whole = question + " One line is enough:"
    let isWide = room.map { whole.columns <= $0 } ?? true
    return [
      "  " + style.line(isWide ? whole : question, within: room),
      "    afterwit edit \(entry.id.shortText) --append \"…\"",
    ]
  }

  private func lines(_ lesson: ReturningLesson) -> [String] {
    let ago = DayDistance(days: -lesson.days).words
    return [
      "  " + style.faint(style.line("From \(lesson.entry.eventHost), \(ago):", within: room)),
      "  " + quoted(lesson.words),
    ]
  }

  private func ending(_ unfinished: Unfinished) -> [String] {
    var all: [String] = []
    if unfinished.drafts > 0 {
      all.append("\(counted(unfinished.drafts, "draft", "drafts")) left: afterwit draft list")
    }
    if unfinished.reviews > 0 {
      all.append("\(counted(unfinished.reviews, "place", "places")) to decide: afterwit review")
    }
    if unfinished.pending > 0 {
      all.append("\(counted(unfinished.pending, "change", "changes")) only here: afterwit sync")
    }
    if unfinished.isDrillDue {
      all.append("the bad days were not rehearsed for a quarter: afterwit drill")
    }
    let line = "  " + all.joined(separator: "     ")
    let isOneLine = style.width.map { line.columns <= $0 } ?? true
    return all.isEmpty ? [] : isOneLine ? [line] : all.map { "  " + $0 }
  }

  private static let calm = ["  Nothing waits for you today."]

  private static let beginning = [
    "  Nothing is written yet. One line is enough:", "    afterwit note what happened today",
  ]

  private var room: Int? { style.width.map { max(1, $0 - 2) } }

  private func quoted(_ text: String) -> String {
    let line = Escaping.oneLine(text)
    return style.plain("“" + (room.map { line.cut(toColumns: max(1, $0 - 2)) } ?? line) + "”")
  }

  private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) " + (count == 1 ? one : several)
  }
}
