internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal

extension NewAction {
  /// Where the text comes from.
  enum Source: Hashable {
    /// The command line.
    case words(String)
    /// stdin.
    case input
    /// Prompts at the terminal.
    case form
    /// The person's editor.
    case editor
    /// There is none.
    case nothing
  }

  /// Where the text of a line comes from: its words, or what is sent to it; else a terminal is asked,
  /// unless what is told lies ahead, so that there is nothing to write yet.
  func source(of subject: TypedKind) throws(CommandFailure) -> Source {
    let canAsk = StandardInput.isTerminal && Output.talksToTerminal
    if usesEditor { return .editor }
    if template != nil {
      guard canAsk else {
        throw .usage(
          "A template asks at a terminal, and there is none.",
          next: "Add --editor, or leave --template out and send the text with -.")
      }
      return .form
    }
    if words == ["-"] { return .input }
    if !words.isEmpty { return .words(words.joined(separator: " ")) }
    if canAsk { return liesAhead(subject) ? .nothing : .form }
    return StandardInput.isSent ? .input : .nothing
  }

  /// Whether it is an attempt on a day that is still to come.
  private func liesAhead(_ subject: TypedKind) -> Bool {
    guard subject.occasion == "interview", let on else { return false }
    let system = Environment.system
    let standpoint = Standpoint(now: system.now, firstWeekday: system.firstWeekday)
    guard let named = try? NamedDay(on, from: standpoint, direction: .future) else { return false }
    return LocalTime(day: named.day, time: named.time ?? system.now.time) > system.now
  }

  /// The edits that make the entry; that of the text comes first, without its words where they come
  /// through stdin.
  func edits(of subject: TypedKind, from source: Source) throws(CommandFailure) -> [FieldEdit] {
    var edits: [FieldEdit] = []
    switch source {
    case .words(let text): edits.append(.replace(field: textField(of: subject.kind), text: text))
    case .input: edits.append(.replace(field: textField(of: subject.kind), text: ""))
    case .form, .editor:
      if !words.isEmpty {
        let text = words.joined(separator: " ")
        edits.append(.replace(field: textField(of: subject.kind), text: text))
      }
    case .nothing: break
    }
    if let occasion = subject.occasion { edits.append(.set(field: "occasion", value: occasion)) }
    return edits + (try optionEdits(of: subject.kind))
  }

  /// The field that takes the text.
  private func textField(of kind: Kind) -> String {
    field ?? (title == nil ? kind.captureField : kind.defaultField).name.string
  }

  /// What the options alone give.
  func optionEdits(of kind: Kind) throws(CommandFailure) -> [FieldEdit] {
    var edits: [FieldEdit] = []
    for (field, value) in [
      ("title", title), ("on", on), ("organisation", organisation), ("role", role),
      ("stage", stage), ("mood", mood), ("after", after), ("private", isPrivate ? "yes" : nil),
    ] {
      if let value { edits.append(.set(field: field, value: value)) }
    }
    for (field, values) in [
      ("tags", tags), ("people", people), ("support", support), ("from", origins),
    ] {
      for value in values { edits.append(.add(field: field, value: value)) }
    }
    for argument in values {
      let pair = try FieldValue(argument)
      // The set of a new entry is empty, so setting it to a value means adding the first element.
      edits.append(
        kind.field(named: pair.field)?.name.family == .set
          ? .add(field: pair.field, value: pair.value)
          : .set(field: pair.field, value: pair.value))
    }
    return edits
  }
}
