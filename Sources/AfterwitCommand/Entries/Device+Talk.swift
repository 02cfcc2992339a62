internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// Tells which entry a command has changed, or has not had to change.
  func talk(of entry: EntryID, isChange: Bool, _ invocation: Invocation) throws {
    try talk(of: .entry(entry), isChange: isChange, invocation)
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

  /// The words by which a person knows an entry or an item.
  private func label(of subject: Subject) throws -> String {
    switch subject {
    case .entry(let id): return try entry(id).label
    case .element(let key):
      let element = try element(key)
      let title = element.list.map { element.view.title(in: $0) } ?? ""
      return [subject.shortText, title].filter { !$0.isEmpty }.joined(separator: ": ")
    }
  }
}
