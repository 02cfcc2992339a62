/// Names a review: 80 bits of a hash of what it is about, written as sixteen base-32 characters.
///
/// People see the first eight and may type any unique prefix.
public struct ReviewID: Hashable, Comparable, Sendable {
  /// The length of the identifier in bytes.
  public static let byteCount = 10
  private let high: UInt16
  private let low: UInt64

  private init(high: UInt16, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads exactly ten bytes; any other count gives `nil`.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self.init(
      high: bytes.prefix(2).reduce(0) { $0 << 8 | UInt16($1) },
      low: bytes.dropFirst(2).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// The ten bytes.
  public var bytes: [UInt8] {
    var builder = ByteBuilder(capacity: Self.byteCount)
    builder.append(bigEndian: high)
    builder.append(bigEndian: low)
    return builder.bytes
  }

  /// All sixteen base-32 characters.
  public var text: String { Base32.encode(bytes) }

  /// The first eight base-32 characters, as people see them.
  public var shortText: String { String(text.prefix(8)) }

  /// Orders by the first byte that differs.
  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}
