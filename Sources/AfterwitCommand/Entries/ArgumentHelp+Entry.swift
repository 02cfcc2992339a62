internal import AfterwitDocument
internal import AfterwitJournal
internal import ArgumentParser

extension ArgumentHelp {
  /// The fields and lists of each kind, for the pages of help.
  static var fieldsOfKinds: String {
    Kind.allCases.map { kind in
      let names = kind.fields.map(\.name.name.string) + kind.lists.map(\.name.name.string)
      return "Fields of a \(kind.rawValue): \(names.joined(separator: ", "))."
    }.joined(separator: "\n")
  }

  /// The words for the one entry that a command reads.
  static var entry: ArgumentHelp {
    "The entry: the start of its id, or @ for the last one touched."
  }

  /// The words for the day of an event, with all forms of days; they stand here alone.
  static var day: ArgumentHelp {
    """
    The day of the event: today, yesterday, this morning, friday, last friday, 3 days ago, 20 Nov, \
    20 November 2026, 20.11.2026, 2026/11/20, 2026-11-20; of one that lies ahead: tomorrow 9am, \
    "next tuesday 10:00", "in 2 weeks". A weekday, or a day without a year, is the nearest that has \
    come, and of an attempt of which nothing is written yet the nearest to come.
    """
  }

  /// The words for the one entry that a command changes.
  static var entryToChange: ArgumentHelp {
    "The entry: at least four characters of its id, or @ for the last one touched."
  }
}
