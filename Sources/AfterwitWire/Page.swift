public import AfterwitEncoding

/// Several envelopes as they cross the network: for each its 32-bit length, then its bytes.
public enum Page {
  /// How many bytes an envelope takes in a page, with its length.
  public static func byteCount(of envelope: [UInt8]) -> Int { envelope.count + 4 }

  /// Encodes envelopes one after another; the caller respects ``Limits/page``.
  public static func encode(_ envelopes: [[UInt8]], into builder: inout ByteBuilder) {
    for envelope in envelopes {
      builder.append(bigEndian: UInt32(envelope.count))
      builder.append(contentsOf: envelope)
    }
  }

  /// Reads envelopes to the end of the bytes.
  public static func decode(_ cursor: inout ByteCursor) throws(DecodingFailure) -> [[UInt8]] {
    guard cursor.remaining <= Limits.message else { throw cursor.failure(.overLimit) }
    var envelopes: [[UInt8]] = []
    while !cursor.isAtEnd {
      guard envelopes.count < Limits.pageCount else { throw cursor.failure(.overLimit) }
      let length: UInt32 = try cursor.readBigEndian()
      envelopes.append(Array(try cursor.readBytes(Int(length))))
    }
    return envelopes
  }
}
