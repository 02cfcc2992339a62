internal import AfterwitDevice
internal import AfterwitJournal

extension EntryFilter {
  /// The filter that a person typed.
  ///
  /// - Throws: a usage failure that names what can be asked for.
  init(typed: [String]) throws(CommandFailure) {
    let standpoint = try Environment.present().standpoint
    do throws(FilterMisfit) {
      try self.init(typed, from: standpoint)
    } catch {
      throw CommandFailure(.usage, Sentences(error))
    }
  }

  /// What may be asked for, as the help says it.
  static let help = """
    Words are found at the beginning of a word, in any case and accent; words in one argument \
    ("system design") are a phrase. Also: \(FilterKey.names.joined(separator: " ")) \
    as in tag:onsite, kind:goals, org:globex, mood:..2, on:2026-11.., since:monday, due:..friday, \
    is:starred, is:private, is:review, starts:queu. "not" binds the next: not tag:onsite.
    """
}
