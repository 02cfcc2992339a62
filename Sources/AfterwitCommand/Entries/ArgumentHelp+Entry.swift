internal import ArgumentParser

extension ArgumentHelp {
  /// The words for the one entry that a command works on.
  static var entry: ArgumentHelp {
    "The entry: the start of its id, or @ for the last one touched."
  }
}
