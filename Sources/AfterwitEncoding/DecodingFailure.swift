/// Why bytes do not follow their format, and where.
public struct DecodingFailure: Error, Hashable, Sendable {
  /// What was found wrong.
  public enum Reason: String, Hashable, Sendable {
    /// The bytes end before the value does.
    case truncated
    /// An integer does not fit 64 bits.
    case overflow
    /// The value is not written in its one valid form.
    case notCanonical
    /// A length or count is greater than its limit.
    case overLimit
    /// A string is not well-formed UTF-8.
    case invalidText
    /// The format does not define this tag or value.
    case unknownValue
    /// Bytes follow the last value.
    case trailingBytes
  }

  /// The offset of the value that failed, in bytes from the start of what was decoded.
  public let offset: Int
  /// What was found wrong.
  public let reason: Reason

  /// A failure of the value that starts at `offset`.
  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }
}
