internal import AfterwitCausality
internal import AfterwitJournal

extension Environment {
  /// The day of what a reflection tells of, where the person is.
  func day(of entry: EntryView) -> Day {
    entry.eventDay ?? localTime(entry.created.milliseconds).day
  }
}
