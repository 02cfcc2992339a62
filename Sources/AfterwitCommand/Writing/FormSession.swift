internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

// What a person says in a form may exist nowhere else. So each answer is in the draft before the next
// prompt is shown, and whatever ends the form (a key, a signal, a terminal that is gone) leaves it there.

/// A form at the terminal.
struct FormSession {
  private let device: Device
  private let document: OpenedDocument
  private var form: GuidedForm
  private var draft: DocumentDraft?

  /// A form for a document of a new entry.
  init(_ prompts: [Template.Prompt], for document: OpenedDocument, on device: Device) {
    self.device = device
    self.document = document
    form = GuidedForm(prompts, of: document.kind)
  }

  /// Asks for one thing after another, and makes the entry.
  ///
  /// - Returns: What came of it; `nil` where nothing was said.
  /// - Throws: a failure that names the draft, where the person left before the end.
  mutating func run() throws -> EditOutcome? {
    let reader = AnswerReader()
    defer { reader.end() }
    Output.talk("Return skips, Esc goes back, Ctrl-D leaves and keeps what you have said.")
    while let prompt = form.prompt {
      try ask(prompt, reader)
    }
    guard let draft else { return nil }
    return try device.commit(draft)
  }

  private mutating func ask(_ prompt: Template.Prompt, _ reader: AnswerReader) throws {
    let takesItems = EntryDocument.takesItems(prompt.field, of: document.kind)
    let takesLines = EntryDocument.takesLines(prompt.field, of: document.kind)
    Output.talk("")
    let style = Style(escapes: true, colours: false, width: Output.talkWidth)
    Output.talk(DressedText(prompt.words, in: style).text())
    if !form.earlier.isEmpty {
      for line in form.earlier { Output.talk("  " + line) }
      Output.talk("Return keeps that; what you type stands in its place.")
    }
    var lines: [String] = []
    while true {
      Output.ask(takesItems ? "- " : "> ")
      switch reader.next() {
      case .line(let typed, let isFollowed):
        let line = form.meant(by: typed)
        let isBlank = !line.contains { !$0.isWhitespace }
        if isBlank, !(isFollowed && takesLines && !lines.isEmpty) {
          try save(lines)
          form.goOn()
          return
        }
        if let edit = form.edit(by: line), let misfit = misfit(of: edit) {
          Output.talk(misfit)
          continue
        }
        lines.append(line)
        guard takesLines || takesItems else {
          try save(lines)
          form.goOn()
          return
        }
      case .back(let rest):
        Output.talk("")
        try save(rest.isEmpty ? lines : lines + [rest])
        form.goBack()
        return
      case .end(let rest, let signal):
        Output.talk("")
        try save(rest.isEmpty ? lines : lines + [rest])
        throw left(by: signal)
      }
    }
  }

  /// Why an answer does not fit its field, in a sentence; `nil` where it does.
  private func misfit(of edit: FieldEdit) -> String? {
    do throws(DeviceFailure) {
      try device.check(EditRequest(.new(document.kind), [edit]))
      return nil
    } catch {
      return Sentences(error).happened
    }
  }

  /// Puts an answer into the draft, which is made with the first one.
  private mutating func save(_ lines: [String]) throws {
    let before = form
    form.keep(lines)
    guard form != before else { return }
    let text = form.text(of: document)
    if let draft {
      try draft.keep(text)
    } else {
      draft = try device.makeDraft(of: document, text: text)
    }
  }

  /// What is said of a form that was left before its end.
  private func left(by signal: Int32?) -> any Error {
    let failure = draft.map { draft in
      CommandFailure(
        .failed, "You left before the last question.", safe: "Nothing was lost.",
        next: "Nothing hurries."
      ).keeping(draft.keptWords)
    }
    guard let signal else {
      return failure ?? CommandFailure(DeviceFailure.edit(.nothingSaid(of: .entry(document.kind))))
    }
    return Interrupted(signal: signal, failure: failure)
  }
}
