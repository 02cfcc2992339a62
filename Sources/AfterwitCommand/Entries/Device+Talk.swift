internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// Tells which entry or item an edit has changed, or has not had to change, and what the edit met.
  ///
  /// - Parameter field: the field that was open in an editor; `nil` if none was.
  func talk(of outcome: EditOutcome, field: String? = nil, _ invocation: Invocation) throws {
    let subject = outcome.subject
    try talk(
      of: [subject], changed: outcome.isChange ? [subject] : [], verb: "Changed", invocation)
    try invocation.talk(EditTalk.lines(outcome, field: field, on: self))
  }

  /// Tells which entry or item a command has changed, or has not had to change.
  func talk(of subject: Subject, isChange: Bool, _ invocation: Invocation) throws {
    try talk(
      of: [subject], changed: isChange ? [subject] : [], verb: "Changed", invocation)
  }

  /// Tells what a command has done with each of some entries and items.
  ///
  /// - Parameters:
  ///   - changed: those that it has changed; the others were so already.
  ///   - verb: the first word for those.
  func talk(
    of subjects: [Subject], changed: Set<Subject>, verb: String, _ invocation: Invocation
  ) throws {
    try invocation.talk(
      subjects.map { subject in
        (changed.contains(subject) ? verb + " " : "Nothing was changed in ")
          + (try label(of: subject))
      })
  }

  /// Tells how many entries a command has changed that were chosen by a filter.
  ///
  /// - Parameter verb: the first word.
  func talk(
    ofBulk subjects: [Subject], changed: Set<Subject>, _ verb: String, _ invocation: Invocation
  ) {
    guard !subjects.isEmpty else { return }
    let others = subjects.count - changed.count
    invocation.talk([
      "\(verb) \(changed.count) \(changed.count == 1 ? "entry" : "entries")"
        + (others == 0 ? "." : "; \(others) \(others == 1 ? "was" : "were") so already.")
    ])
  }

  /// The words by which a person knows an entry or an item.
  func label(of subject: Subject) throws -> String {
    switch subject {
    case .entry(let id): return try entry(id).label
    case .element(let key):
      let element = try element(key)
      let title = element.list.map { element.view.title(in: $0) } ?? ""
      return [subject.shortText, title].filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}
