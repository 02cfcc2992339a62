internal import AfterwitDevice
internal import AfterwitEncoding

extension Device {
  /// Tells which entry an edit has changed, or has not had to change, and what the edit met.
  ///
  /// - Parameter field: the field that was open in an editor; `nil` if none was.
  func talk(of outcome: EditOutcome, field: String? = nil, _ invocation: Invocation) throws {
    let entry = outcome.entry
    try talk(of: [entry], changed: outcome.isChange ? [entry] : [], verb: "Changed", invocation)
    try invocation.talk(EditTalk.lines(outcome, field: field, on: self))
  }

  /// Tells what a command has done with each of some entries.
  ///
  /// - Parameters:
  ///   - changed: those that it has changed; the others were so already.
  ///   - verb: the first word for those.
  func talk(
    of entries: [EntryID], changed: Set<EntryID>, verb: String, _ invocation: Invocation
  ) throws {
    try invocation.talk(
      entries.map { id in
        (changed.contains(id) ? verb + " " : "Nothing was changed in ") + (try entry(id).label)
      })
  }
}
