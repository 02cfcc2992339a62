internal import ArgumentParser

extension ArgumentHelp {
  /// The words for the one draft that a command works on.
  static var draft: ArgumentHelp {
    "The draft: at least four characters of its name, or its path."
  }
}
