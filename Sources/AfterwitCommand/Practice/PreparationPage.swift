internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// What a person takes along to an event, on one screen.
struct PreparationPage {
  /// A part of the page: its name, and what stands in it.
  struct Section: Hashable {
    let name: String
    var items: [Item]
  }

  /// A text, what is said beside it, and further texts below it, each with a name.
  struct Item: Hashable {
    var words: String
    var note = ""
    var below: [(name: String, words: String)] = []

    static func == (left: Self, right: Self) -> Bool {
      left.words == right.words && left.note == right.note
        && left.below.elementsEqual(right.below, by: ==)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(words) }
  }

  private static let labelWidth = 13
  /// How many lines a text takes on the screen; the whole stands in its entry.
  private static let linesPerText = 3

  private let style: Style
  private let heading: String
  private let sections: [Section]

  /// The page of a preparation.
  ///
  /// - Parameter title: the words that were typed, for want of an event.
  init(_ preparation: Preparation, title: String, style: Style) {
    self.style = style
    heading = Self.heading(preparation, title: title)
    sections = Self.sections(preparation)
  }

  /// The page for a terminal.
  var lines: [String] {
    guard !sections.isEmpty else { return [style.bold(style.line(heading)), "", Self.nothing] }
    return [style.bold(style.line(heading))] + sections.flatMap { [""] + self.lines($0) }
  }

  /// The page as Markdown.
  var markdown: [String] {
    let body = sections.flatMap { section in
      ["", "## \(section.name)", ""]
        + section.items.flatMap { item in
          ["* \(Escaping.oneLine(item.words))" + (item.note.isEmpty ? "" : " (\(item.note))")]
            + item.below.map { "  * \($0.name): \(Escaping.oneLine($0.words))" }
        }
    }
    return ["# \(Escaping.oneLine(heading))"] + (body.isEmpty ? ["", Self.nothing] : body)
  }

  private static let nothing = "There is nothing to draw on yet: it comes from what you write down."

  private static func heading(_ preparation: Preparation, title: String) -> String {
    guard let attempt = preparation.attempt else { return title }
    let distance = DayDistance(from: preparation.today, to: attempt.day)
    let time = attempt.time.map { " \($0)" } ?? ""
    let when = abs(distance.days) > 1 ? "\(distance.words), \(attempt.day.name)" : distance.words
    let names = [
      attempt.entry.organisation ?? attempt.entry.title, attempt.entry.register(.stage),
      attempt.entry.register(.role),
    ]
    return (names.compactMap(\.self).filter { !$0.isEmpty } + [when + time])
      .joined(separator: " · ")
  }

  private static func sections(_ preparation: Preparation) -> [Section] {
    let story = preparation.story.map { entry in
      Item(words: entry.eventName, note: "afterwit story practice \(entry.id.shortText)")
    }
    let weakness = preparation.weakness.map { weakness in
      Item(words: weakness.answer.isEmpty ? weakness.words : weakness.words + " " + weakness.answer)
    }
    return [
      Section(
        name: "Carry in", items: preparation.mantras.map { Item(words: "“\($0.text(.words))”") }),
      Section(
        name: "Lesson",
        items: preparation.lessons.map { Item(words: $0.text(.lesson), note: $0.eventHost) }),
      Section(name: "They may ask", items: preparation.questions.map(Self.item)),
      Section(name: "A weakness, honestly", items: weakness.map { [$0] } ?? []),
      Section(name: "A story", items: story.map { [$0] } ?? []),
      Section(
        name: "Ask them",
        items: preparation.asks.map { Item(words: $0.words(of: FieldName(ofElement: .question))) }),
      Section(
        name: "Open",
        items: preparation.open.map { item in
          Item(
            words: item.title,
            note: [
              item.day.map { "due \($0.shortName)" },
              item.element.map { "afterwit done \($0.id.shortText)" },
            ].compactMap(\.self).joined(separator: ", "))
        }),
    ].filter { !$0.items.isEmpty }
  }

  private static func item(_ question: Preparation.Question) -> Item {
    let times = question.count == 1 ? "asked once" : "asked \(question.count) times"
    let last = question.tally.occurrences[0].entry.eventHost
    let below = [("last time", question.tally.said), ("now", question.tally.wouldSay)]
    return Item(
      words: question.tally.asked,
      note: times + (question.count == 1 ? ", at " : ", last at ") + last,
      below: below.filter { !$0.1.isEmpty })
  }

  /// A section whose items fit beside its name, or stand below it.
  private func lines(_ section: Section) -> [String] {
    let isBeside = section.name.count < Self.labelWidth && section.items.allSatisfy(\.below.isEmpty)
    guard isBeside else {
      return ["  " + style.faint(section.name)]
        + section.items.flatMap { self.lines($0, indent: 4) }
    }
    var lines = section.items.flatMap { self.lines($0, indent: 2 + Self.labelWidth) }
    lines[0] =
      "  " + style.faint(section.name.padded(to: Self.labelWidth))
      + lines[0].dropFirst(2 + Self.labelWidth)
    return lines
  }

  private func lines(_ item: Item, indent: Int) -> [String] {
    let note = item.note.isEmpty ? "" : "  (\(item.note))"
    return wrapped(Escaping.oneLine(item.words) + Escaping.oneLine(note), indent: indent)
      + item.below.flatMap { name, words in
        let label = name.padded(to: 11)
        var lines = wrapped(Escaping.oneLine(words), indent: indent + 2 + label.count)
        lines[0] =
          String(repeating: " ", count: indent + 2) + style.faint(label)
          + lines[0].dropFirst(indent + 2 + label.count)
        return lines
      }
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let lines = DressedText(text, in: style).text(indent: indent)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > Self.linesPerText else { return lines }
    return lines.prefix(Self.linesPerText - 1) + [lines[Self.linesPerText - 1] + " …"]
  }
}
