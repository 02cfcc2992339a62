/// Why something could not be sealed.
public enum SealingFailure: Error, Hashable, Sendable {
  /// What was to be sealed has this many bytes, more than its limit.
  case tooLarge(bytes: Int)
  /// The cryptographic library refused a key or an operation.
  case cryptography
}

/// Why an envelope could not be opened.
public enum OpeningFailure: Error, Hashable, Sendable {
  /// No key of that number and commitment is held yet; the envelope waits for one.
  case unknownKey
  /// The key is the right one, but the payload is not what was sealed with it.
  case damaged
  /// The payload opens, but its length or padding is not the only one allowed.
  case malformedPadding
}
