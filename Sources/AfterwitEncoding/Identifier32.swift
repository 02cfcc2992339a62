/// A 32-byte identifier: a SHA-256 value of the kind that `Kind` names.
///
/// It is ordered as unsigned bytes. `Kind` keeps the compiler from taking a device for an envelope.
public struct Identifier32<Kind>: Hashable, Comparable, Sendable {
  /// The length of the identifier in bytes.
  public static var byteCount: Int { 32 }

  @usableFromInline
  let words: (UInt64, UInt64, UInt64, UInt64)

  /// Reads exactly 32 bytes; any other count gives `nil`.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    words = bytes.reading { ($0.word(0), $0.word(1), $0.word(2), $0.word(3)) }
  }

  /// Reads exactly 32 bytes where they lie; any other count gives `nil`.
  package init?(raw bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.byteCount else { return nil }
    words = (bytes.word(0), bytes.word(1), bytes.word(2), bytes.word(3))
  }

  private init() {
    words = (0, 0, 0, 0)
  }

  /// The identifier of 32 zero bytes, which names nothing.
  public static var zero: Self { Self() }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var builder = ByteBuilder(capacity: Self.byteCount)
    builder.append(bigEndian: words.0)
    builder.append(bigEndian: words.1)
    builder.append(bigEndian: words.2)
    builder.append(bigEndian: words.3)
    return builder.bytes
  }

  /// Whether the bytes are the same.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool {
    left.words == right.words
  }

  /// Orders by the first byte that differs.
  public static func < (left: Self, right: Self) -> Bool {
    left.words < right.words
  }

  /// Feeds the bytes to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }
}

extension Identifier32: CustomStringConvertible {
  /// Sixty-four hexadecimal digits.
  public var description: String { Hexadecimal.encode(bytes) }

  /// The identifiers whose digits begin with what a person typed; `nil` if no digits can begin so.
  public static func range(ofTextPrefix prefix: String) -> ClosedRange<Self>? {
    let rest = 2 * byteCount - prefix.utf8.count
    guard rest >= 0,
      let first = Hexadecimal.decode(prefix + String(repeating: "0", count: rest)).flatMap(
        Self.init),
      let last = Hexadecimal.decode(prefix + String(repeating: "f", count: rest)).flatMap(Self.init)
    else { return nil }
    return first...last
  }

  /// The first eight digits, as people see them.
  public var shortText: String { String(description.prefix(8)) }
}
