internal import AfterwitDevice
internal import AfterwitJournal

extension Device {
  /// The reflection that a person means to change; another kind of entry is refused.
  func reflection(_ typed: String) throws -> EntryView {
    let entry = try entry(entryID(toChange: typed))
    guard entry.kind == .reflection else {
      throw CommandFailure.usage(
        "This takes a reflection, and \(entry.label) is a \(entry.kindName).",
        next: "Choose one: afterwit list --kind reflection")
    }
    return entry
  }
}
