internal import AfterwitEncoding
internal import AfterwitJournal

extension CommandFailure {
  /// A reflection has no story yet.
  static func noStory(_ entry: EntryView) -> CommandFailure {
    .usage(
      "There is no story in \(entry.label) yet.",
      next: "Type: afterwit story \(entry.id.shortText)")
  }
}
