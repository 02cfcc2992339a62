internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit questions`.
struct QuestionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "Lists the questions that were asked, how often, and your answers.",
    discussion: "Private entries are left out. For example: afterwit questions queue")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Words that the question or its answers hold.")
  var words: [String] = []

  func run() throws {
    let device = try options.openDevice()
    let questions = QuestionTally.all(holding: words, in: try device.questioned())
    let style = Style.standardOutput
    try options.invocation.print(
      documents: questions.map { Self.document($0) },
      lines: questions.map { Self.lines($0, style) },
      nothing: words.isEmpty ? "No question is written down yet." : "No question has these words.")
  }

  private static func lines(_ question: QuestionTally, _ style: Style) -> String {
    let times = question.occurrences.count
    let last = question.occurrences[0].entry
    let head =
      style.bold(style.plain(question.asked.isEmpty ? "(no words)" : question.asked))
      + style.faint(
        "  " + (times == 1 ? "asked once, in " : "asked \(times) times, last in ")
          + style.line(last.label))
    let answers = [("said", question.said), ("would say", question.wouldSay)]
      .filter { !$0.1.isEmpty }
      .map { "  " + style.faint($0.0.padded(to: 9)) + "  " + style.plain($0.1) }
    return ([head] + answers).joined(separator: "\n")
  }

  private static func document(_ question: QuestionTally) -> JSONValue {
    .members([
      "schema": .string("afterwit.questions/1"),
      "asked": .string(question.asked),
      "count": .integer(question.occurrences.count),
      "said": .string(question.said),
      "would-say": .string(question.wouldSay),
      "elements": .list(question.occurrences.map { .string($0.element.id.text) }),
      "entries": .list(question.occurrences.map { .string($0.entry.id.text) }),
    ])
  }
}
