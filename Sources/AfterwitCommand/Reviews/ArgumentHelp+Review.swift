internal import ArgumentParser

extension ArgumentHelp {
  /// The words for the review that a command works on.
  static var review: ArgumentHelp {
    ArgumentHelp("The review, or one part of it: R or R.PART.", valueName: "review")
  }
}
