/// How a tour ends early.
enum TourFailure {
  /// A step that did not do what it shows.
  static func failure(_ happened: String) -> CommandFailure {
    CommandFailure(
      .failed, happened, safe: "The tour touches nothing of yours; its folder is gone again.",
      next: "Type: afterwit tour")
  }
}
