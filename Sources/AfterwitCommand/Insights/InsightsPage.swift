internal import AfterwitJournal

/// Insights for a terminal, with bars of blocks.
struct InsightsPage {
  private static let months = 12
  /// Lines are no wider, however wide the terminal is: a bar says no more for being longer.
  private static let widest = 100

  private let insights: Insights
  private let style: Style
  private let words: InsightsWords
  private let width: Int

  /// The page of some insights.
  init(_ insights: Insights, style: Style) {
    self.insights = insights
    self.style = style
    words = InsightsWords(insights: insights)
    width = min(style.width ?? 80, Self.widest)
  }

  /// The lines of the page.
  var lines: [String] {
    guard !insights.isEmpty else { return Self.empty.flatMap { wrapped($0) } }
    let sections = [attempts, moods, lacks, yield, goals].filter { !$0.isEmpty }
    return [style.bold(insights.today.longName)] + sections.flatMap { [""] + $0 }
  }

  private static var empty: [String] {
    let promise = InsightsWords.promise
    return [promise.head, ""] + promise.items.map { "  " + $0 }
      + ["", "Begin with a line:", "  " + promise.next]
  }

  private var attempts: [String] {
    guard insights.attempts > 0 else { return [] }
    let months = insights.lastMonths(Self.months)
    let most = months.map(\.total).max() ?? 0
    let room = width - 17
    let rows = months.map { month in
      let bar = BlockBar.stretches(
        Self.blocks.map { (month.count($0), $1) }, of: most, width: room)
      let count = month.total == 0 ? style.faint("·") : "\(month.total)"
      return "  " + style.faint(InsightsWords.month(month)) + "  "
        + [bar, count].filter { !$0.isEmpty }.joined(separator: "  ")
    }
    let earlier = insights.attempts - months.reduce(0) { $0 + $1.total }
    return heading("Attempts", words.attempts) + rows
      + legend
      + (earlier == 0 ? [] : ["  " + style.faint("and \(earlier) before")])
  }

  private var legend: [String] {
    Self.blocks.filter { insights.count($0.kind) > 0 }
      .map { "\($0.block) \($0.kind.rawValue)" }
      .reduce(into: [String]()) { lines, item in
        if let last = lines.last, last.columns + item.columns + 4 <= width {
          lines[lines.count - 1] = last + "  " + item
        } else {
          lines.append(item)
        }
      }.map { "  " + style.faint($0) }
  }

  private static let blocks: [(kind: AttemptKind, block: String)] = [
    (.interview, "▓"), (.rejection, "▒"), (.setback, "░"), (.win, "█"),
  ]

  private var moods: [String] {
    guard insights.moods.count > 0 else { return [] }
    return heading("Mood", words.mood)
      + shares(
        [
          ("on the day", insights.moods.tenthsBefore), ("later", insights.moods.tenthsAfter),
        ], of: 50, told: InsightsWords.tenths)
  }

  private var lacks: [String] {
    guard !insights.lacks.isEmpty else { return [] }
    let names = insights.lacks.map { style.line(InsightsWords.kind($0)) }
    let label = min(names.map(\.columns).max() ?? 0, 16)
    let most = insights.lacks[0].count
    let digits = "\(most)".count
    let isWide = width >= 64
    let bar = isWide ? min(20, (width - label - 8) / 2) : width - label - 6 - digits
    let rest = width - label - bar - 8 - digits
    return heading("What to work on", "")
      + zip(insights.lacks, names).flatMap { lack, name in
        let row =
          "  " + name.cut(toColumns: label).padded(to: label) + "  "
          + BlockBar.share(lack.count, of: most, width: bar, track: " ") + "  \(lack.count)"
        guard !lack.latest.isEmpty else { return [row] }
        guard isWide else {
          return [row, "    " + style.faint(quoted(lack.latest, within: width - 6))]
        }
        let gap = String(repeating: " ", count: 2 + digits - "\(lack.count)".count)
        return [row + gap + style.faint(quoted(lack.latest, within: rest))]
      }
  }

  private var yield: [String] {
    guard insights.attempts > 0 else { return [] }
    let told = [("a lesson", insights.lessons), ("feedback", insights.attemptsWithFeedback)]
    return heading("What attempts gave", words.yield)
      + shares(told.filter { $0.1 > 0 }, of: insights.attempts) {
        "\($0) of \(insights.attempts)"
      }
  }

  /// Shares of a whole as bars, each behind its name and before its number.
  private func shares(
    _ shares: [(name: String, part: Int)], of whole: Int, told: (Int) -> String
  ) -> [String] {
    let ends = shares.map { told($0.part) }
    let bar = min(40, width - 16 - (ends.map(\.columns).max() ?? 0))
    return zip(shares, ends).map { share, end in
      "  " + style.faint(share.name.padded(to: 10)) + "  "
        + BlockBar.share(share.part, of: whole, width: bar, track: "·") + "  " + end
    }
  }

  private var goals: [String] {
    guard !words.goals.isEmpty else { return [] }
    let weeks = words.shownGoals.map(\.weeks.count).max() ?? 0
    let titles = words.shownGoals.map { style.line($0.entry.title) }
    let room = max(8, width - weeks - 10)
    let label = min(titles.map(\.columns).max() ?? 0, room)
    let rows = zip(words.shownGoals, titles).flatMap { goal, title in
      let heights = BlockBar.heights(goal.weeks.map { ($0.kept, $0.wanted) })
      let gap = String(repeating: " ", count: 2 + weeks - heights.columns)
      let share = InsightsWords.share(goal)
      return [
        "  " + title.cut(toColumns: label).padded(to: label) + gap + heights
          + (share.isEmpty ? "" : "  " + share),
        "    " + style.faint(InsightsWords.goal(goal)),
      ]
    }
    return heading("Goals", words.goals) + rows
      + (words.otherGoals.map { ["  " + style.faint($0)] } ?? [])
  }

  private func heading(_ name: String, _ sentence: String) -> [String] {
    [style.bold(name)] + (sentence.isEmpty ? [] : wrapped(sentence, indent: 2))
  }

  private func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let own = text.prefix { $0 == " " }.count
    var style = style
    style.width = width
    return DressedText(String(text.dropFirst(own)), in: style).text(indent: indent + own)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func quoted(_ text: String, within room: Int) -> String {
    style.line("“" + text.cut(toColumns: max(1, room - 2)) + "”")
  }
}
