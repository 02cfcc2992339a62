internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// Writes a new entry and prints its id.
struct NewAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The kind, or the occasion of a reflection, as it was typed.
  var kind: String
  /// The words of the text, or `-` alone to read it from stdin.
  var words: [String] = []
  /// The title.
  var title: String?
  /// The day of the event, as it was typed.
  var on: String?
  /// The organisation.
  var organisation: String?
  /// The role.
  var role: String?
  /// The stage.
  var stage: String?
  /// The mood, as it was typed.
  var mood: String?
  /// The attempt that it follows, as it was typed.
  var after: String?
  /// The people.
  var people: [String] = []
  /// The people who were there for the person.
  var support: [String] = []
  /// What it came from, as it was typed.
  var origins: [String] = []
  /// Tags.
  var tags: [String] = []
  /// Values of fields, each `field=value`.
  var values: [String] = []
  /// Whether it stays out of sight unless asked for.
  var isPrivate = false
  /// The field that takes the text.
  var field: String?
  /// The template by which to ask.
  var template: String?
  /// Whether the person's editor is opened.
  var usesEditor = false

  /// Does it.
  func run() async throws {
    let subject = try TypedKind(kind)
    let source = try source(of: subject)
    guard source != .nothing || field == nil else {
      throw CommandFailure.usage("--field needs a text.", next: "Add the text, or - for stdin.")
    }
    let edits = try edits(of: subject, from: source)
    // An occasion alone says nothing yet.
    let hasOptions = try !optionEdits(of: subject.kind).isEmpty
    let nothingSaid = DeviceFailure.edit(.nothingSaid(of: .entry(subject.kind)))
    let outcome: EditOutcome
    switch source {
    case .words(let text):
      let isBlank = !text.contains { !$0.isWhitespace }
      guard hasOptions || subject.occasion == nil || !isBlank else { throw nothingSaid }
      outcome = try invocation.openDevice().carryOut(EditRequest(.new(subject.kind), edits))
    case .nothing:
      guard hasOptions else { throw nothingSaid }
      outcome = try invocation.openDevice().carryOut(EditRequest(.new(subject.kind), edits))
    case .input:
      let request = EditRequest(.new(subject.kind), edits, awaiting: 0)
      outcome = try invocation.openDevice().carryOut(request) { input in
        let text = try input.text()
        guard hasOptions || input.holdsWords else { throw nothingSaid }
        return text
      }
    case .form, .editor:
      let template = try chosenTemplate(for: subject)
      let device = try invocation.openDevice()
      if source == .form {
        guard let made = try form(template, edits, makesAnyway: hasOptions, on: device) else {
          throw nothingSaid
        }
        outcome = made
      } else {
        guard let made = try await document(template, edits, on: device) else { return }
        outcome = made
      }
    }
    Output.line(outcome.entry.shortText)
    tell(outcome)
  }

  /// Says that it was kept, for which day if it was given one, and what may be done with it next.
  private func tell(_ outcome: EditOutcome) {
    guard Output.talksToTerminal else {
      invocation.talk(outcome.understood.map(\.line))
      return
    }
    let named = outcome.understood.first { $0.field == FieldName(.on).name.string }
    invocation.talk(outcome.understood.filter { $0 != named }.map(\.line))
    let day = named?.words ?? on.flatMap { Day($0) }?.longName
    invocation.talk([
      "Kept\(day.map { " for " + $0 } ?? ""). Only this machine has it.",
      "More, when you like: afterwit edit @          Take it back: afterwit undo",
    ])
  }
}
