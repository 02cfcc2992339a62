/// A 16-byte identifier of the kind that `Kind` names.
public struct Identifier16<Kind>: Hashable, Comparable, Sendable {
  /// The length of the identifier in bytes.
  public static var byteCount: Int { 16 }

  private let high: UInt64
  private let low: UInt64

  /// Reads exactly 16 bytes; any other count gives `nil`.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    (high, low) = bytes.reading { ($0.word(0), $0.word(1)) }
  }

  /// The 16 bytes.
  public var bytes: [UInt8] {
    var builder = ByteBuilder(capacity: Self.byteCount)
    builder.append(bigEndian: high)
    builder.append(bigEndian: low)
    return builder.bytes
  }

  /// Orders by the first byte that differs.
  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension Identifier16: CustomStringConvertible {
  /// Thirty-two hexadecimal digits.
  public var description: String { Hexadecimal.encode(bytes) }
}
