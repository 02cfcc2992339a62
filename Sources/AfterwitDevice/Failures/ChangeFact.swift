public import AfterwitEncoding

/// Why no change is meant, or not one that can be taken back.
public enum ChangeFact: Hashable, Sendable {
  /// No change has an id that begins so.
  case absent(String)
  /// Several changes have ids that begin so; some of them.
  case ambiguous(String, among: [EnvelopeID])
  /// This version does not understand all that the change does.
  case notUnderstood(EnvelopeID)

  var code: DeviceFailure.Code {
    switch self {
    case .absent, .ambiguous: .notFound
    case .notUnderstood: .usage
    }
  }
}
