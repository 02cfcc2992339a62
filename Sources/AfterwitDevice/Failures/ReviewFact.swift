public import AfterwitEncoding

/// Why no open review is meant that could be decided as it was shown.
public enum ReviewFact: Hashable, Sendable {
  /// What was typed is not the name of a review or of a part of one.
  case unnamed(String)
  /// A review is to be decided, and less of its id was typed than that takes.
  case tooShort(String, atLeast: Int)
  /// No open review has an id that begins so.
  case absent(String)
  /// The review has no open part of the number that was typed.
  case noPart(String)
  /// Several open reviews have ids that begin so.
  case ambiguous(String, among: [ReviewID])
  /// The review was open when it was shown, and has been decided since.
  case decided(String)
  /// The review has changed since it was shown.
  case changed(String)
  /// The review is not one of a text, so no editor can decide it.
  case notOfText(String)

  var code: DeviceFailure.Code {
    switch self {
    case .unnamed, .absent, .noPart, .ambiguous, .decided: .notFound
    case .changed: .failed
    case .notOfText, .tooShort: .usage
    }
  }
}
