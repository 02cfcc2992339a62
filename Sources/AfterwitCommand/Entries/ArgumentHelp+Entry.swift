internal import ArgumentParser

extension ArgumentHelp {
  /// The words for the one entry that a command reads.
  static var entry: ArgumentHelp {
    "The entry: the start of its id, or @ for the last one touched."
  }

  /// The words for the one entry that a command changes.
  static var entryToChange: ArgumentHelp {
    "The entry: at least four characters of its id, or @ for the last one touched."
  }
}
