internal import AfterwitJournal

// The page holds all it needs: no script, no font, no picture from elsewhere. Its words are HTML, so
// that they can be read at any width, and its shapes are SVG, which stretch beside them.

/// Insights as one page for a browser.
struct InsightsDocument {
  private static let months = 12

  private let insights: Insights
  private let words: InsightsWords

  /// The page of some insights.
  init(_ insights: Insights) {
    self.insights = insights
    words = InsightsWords(insights: insights)
  }

  /// The page, with its last line ended.
  var text: String {
    let sections = insights.isEmpty ? [empty] : [attempts, moods, lacks, yield, goals]
    return """
      <!DOCTYPE html>
      <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="referrer" content="no-referrer"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <title>Insights, \(insights.today.writtenName)</title>
      <style>
      \(PageStyle.rules)
      </style>
      </head>
      <body>
      <main>
      <header><h1>Insights</h1><p>\(insights.today.longName)</p></header>
      \(sections.filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private var empty: String {
    let promise = InsightsWords.promise
    return section(
      "", promise.head,
      Markup.element("ul", "", promise.items.map { Markup.element("li", "", $0) }.joined())
        + Markup.element("p", "", "Begin with a line:")
        + Markup.element("pre", "", Markup.escaped(promise.next)))
  }

  private var attempts: String {
    guard insights.attempts > 0 else { return "" }
    let months = insights.lastMonths(Self.months)
    let most = months.map(\.total).max() ?? 0
    let columns = months.map { month in
      let parts = AttemptKind.allCases.map { (month.count($0), $0.rawValue) }
      let name = InsightsWords.month(month)
      // Two years beside each other would not find room.
      let isFirst = month.name == months[0].name && (month.month < 12 || months.count == 1)
      let year = month.month == 1 || isFirst ? "<small>\(month.year)</small>" : ""
      return Markup.element(
        "div", "class=\"month\"",
        Markup.element("b", "", month.total == 0 ? "" : "\(month.total)")
          + ShapeBar.column(parts, of: most, says: "\(name): \(month.total)")
          + Markup.element("span", "", Day.shortMonthName(month.month) + year))
    }.joined()
    let legend = AttemptKind.allCases.filter { insights.count($0) > 0 }.map { kind in
      Markup.element(
        "li", "",
        "<i class=\"\(kind.rawValue)\"></i>"
          + InsightsWords.counted(insights.count(kind), kind.rawValue))
    }.joined()
    return section(
      "Attempts", words.attempts,
      Markup.element("div", "class=\"months\"", columns)
        + Markup.element("ul", "class=\"legend\"", legend))
  }

  private var moods: String {
    guard insights.moods.count > 0 else { return "" }
    let months = insights.lastMonths(Self.months).filter { $0.moods.count > 0 }
    let rows = months.map { month in
      let name = InsightsWords.month(month)
      return row(name, way(month.moods, of: name), ends(month.moods))
    }.joined()
    let legend =
      "<li><i class=\"before\"></i>on the day</li><li><i class=\"after\"></i>later</li>"
    return section(
      "Mood", words.mood,
      Markup.element("div", "class=\"rows\"", rows)
        + Markup.element("ul", "class=\"legend\"", legend))
  }

  private func way(_ moods: MoodTally, of name: String) -> String {
    ShapeBar.way(
      from: moods.tenthsBefore - 10, to: moods.tenthsAfter - 10, of: 40,
      says: name + ": " + ends(moods))
  }

  private func ends(_ moods: MoodTally) -> String {
    InsightsWords.tenths(moods.tenthsBefore) + " → " + InsightsWords.tenths(moods.tenthsAfter)
  }

  private var lacks: String {
    guard let most = insights.lacks.first?.count else { return "" }
    let rows = insights.lacks.map { lack in
      let name = InsightsWords.kind(lack)
      return row(
        Markup.escaped(name),
        ShapeBar.stretches([(lack.count, "lack")], of: most, says: "\(name): \(lack.count)"),
        "\(lack.count)", below: lack.latest.isEmpty ? "" : Markup.own(lack.latest))
    }.joined()
    return section("What to work on", "", Markup.element("div", "class=\"rows\"", rows))
  }

  private var yield: String {
    guard insights.attempts > 0 else { return "" }
    let rows = [
      ("a lesson", insights.lessons, "lesson"),
      ("feedback", insights.attemptsWithFeedback, "feedback"),
    ].filter { $0.1 > 0 }.map { name, count, shape in
      row(
        name,
        ShapeBar.stretches(
          [(count, shape)], of: insights.attempts, says: "\(name): \(count)"),
        "\(count) of \(insights.attempts)")
    }.joined()
    return section(
      "What attempts gave", words.yield, Markup.element("div", "class=\"rows\"", rows))
  }

  private var goals: String {
    guard !words.goals.isEmpty else { return "" }
    let weeks = words.shownGoals.map(\.weeks.count).max() ?? 0
    let rows = words.shownGoals.map { goal in
      let share = InsightsWords.share(goal)
      return Markup.element(
        "div", "class=\"goal\"",
        Markup.own(goal.entry.title, class: "title")
          + ShapeBar.weeks(
            goal.weeks.map { ($0.kept, $0.wanted) }, of: weeks,
            says: "week by week, the present one last: \(share)")
          + Markup.element("b", "", share)
          + Markup.element("small", "", InsightsWords.goal(goal)))
    }.joined()
    return section(
      "Goals", words.goals,
      rows + (words.otherGoals.map { Markup.element("p", "class=\"more\"", $0) } ?? ""))
  }

  private func row(_ name: String, _ shape: String, _ end: String, below: String = "") -> String {
    Markup.element("span", "", name) + shape + Markup.element("b", "", end) + below
  }

  private func section(_ name: String, _ sentence: String, _ content: String) -> String {
    let heading = name.isEmpty ? "" : Markup.element("h2", "", name)
    let said = sentence.isEmpty ? "" : Markup.element("p", "", Markup.escaped(sentence))
    return Markup.element("section", "", heading + said + content)
  }
}
