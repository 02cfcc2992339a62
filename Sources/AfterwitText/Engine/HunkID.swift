public import AfterwitEncoding

/// Names a hunk on every device: the envelope that carries its change, and its number there.
public struct HunkID: Hashable, Comparable, Sendable {
  /// The envelope that carries the change.
  public let envelope: EnvelopeID
  /// The number of the hunk among those of its change in its field, from 0.
  public let number: Int

  /// Names a hunk by its two parts.
  public init(envelope: EnvelopeID, number: Int) {
    self.envelope = envelope
    self.number = number
  }

  /// Orders by envelope, then by number.
  public static func < (left: Self, right: Self) -> Bool {
    (left.envelope, left.number) < (right.envelope, right.number)
  }

  package func encode(into builder: inout ByteBuilder) {
    builder.append(envelope)
    builder.append(count: number)
  }

  package init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    envelope = try cursor.readIdentifier()
    number = try cursor.readCount(limit: Int(Int32.max))
  }
}
