internal import AfterwitDevice
internal import AfterwitEncoding

extension Device {
  /// Tells which entry a command has changed, or has not had to change.
  func talk(of entry: EntryID, isChange: Bool, _ invocation: Invocation) throws {
    try talk(of: [entry], changed: isChange ? [entry] : [], verb: "Changed", invocation)
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
