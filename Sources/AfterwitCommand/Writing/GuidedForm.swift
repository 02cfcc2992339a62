internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal

/// A form that asks for one thing after another: what was asked, and what was answered.
struct GuidedForm: Hashable {
  /// The prompts.
  let prompts: [Template.Prompt]
  /// What makes an answer right for the kind.
  let kind: Kind
  /// The lines of each answer; none where a prompt was skipped.
  private(set) var answers: [[String]]
  /// The prompt that is asked now; behind the last one, the form is done.
  private(set) var place = 0

  /// A form that nobody has answered.
  init(_ prompts: [Template.Prompt], of kind: Kind) {
    self.prompts = prompts
    self.kind = kind
    answers = prompts.map { _ in [] }
  }

  /// The prompt that is asked now; `nil` where all were.
  var prompt: Template.Prompt? { place < prompts.count ? prompts[place] : nil }
  /// What was answered to it before.
  var earlier: [String] { place < prompts.count ? answers[place] : [] }
  /// Whether anything was answered.
  var saysSomething: Bool { answers.contains { !$0.isEmpty } }

  /// Takes an answer, in place of an earlier one; an empty one leaves that as it is.
  mutating func keep(_ lines: [String]) {
    guard place < prompts.count, lines.contains(where: { $0.contains { !$0.isWhitespace } }) else {
      return
    }
    answers[place] = lines
  }

  /// Goes on to the next prompt.
  mutating func goOn() { place += 1 }

  /// Goes back to the prompt before.
  mutating func goBack() { place = max(0, place - 1) }

  /// What a line means: to a question of yes or no, one letter is enough.
  func meant(by line: String) -> String {
    guard let prompt, kind.field(named: prompt.field)?.rule == .flag else { return line }
    return switch line.lowercased() {
    case "y", "yes": "yes"
    case "n", "no": "no"
    default: line
    }
  }

  /// The edit that an answer of one line means; `nil` for any other answer, and for none.
  func edit(by line: String) -> FieldEdit? {
    guard let prompt, kind.field(named: prompt.field)?.name.family == .register,
      line.contains(where: { !$0.isWhitespace })
    else { return nil }
    return .set(field: prompt.field, value: line)
  }

  /// The document with the answers below their headings; answers of one field follow one another.
  func text(of document: OpenedDocument) -> String {
    var answered: [(field: String, lines: [String])] = []
    for (prompt, lines) in zip(prompts, answers) where !lines.isEmpty {
      if let index = answered.firstIndex(where: { $0.field == prompt.field }) {
        answered[index].lines += [""] + lines
      } else {
        answered.append((prompt.field, lines))
      }
    }
    return document.text(answering: answered)
  }
}
