internal import AfterwitDevice
internal import AfterwitJournal

/// What is said of a version that was brought back.
enum RestorationTalk {
  /// The sentences.
  ///
  /// - Parameter field: the one field that was asked for; `nil` for the whole entry.
  static func lines(
    _ outcome: RestorationOutcome, of entry: EntryView, field: String?
  ) -> [String] {
    let version = "version \(outcome.version.number)"
    let what = field.map { "\($0) of \(version)" } ?? version
    let first =
      outcome.isChange
      ? "Brought back \(what) in \(entry.label)"
      : "It is as in \(version) already: nothing was changed in \(entry.label)"
    return [first]
      + outcome.kept.map { "\($0.field) stays at \($0.sum): what was counted was done." }
  }
}
