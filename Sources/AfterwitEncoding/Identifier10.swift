/// A 10-byte identifier of the kind that `Kind` names, written as sixteen base-32 characters.
///
/// People see the first eight and may type any unique prefix.
public struct Identifier10<Kind>: Hashable, Comparable, Sendable {
  /// The length of the identifier in bytes.
  public static var byteCount: Int { 10 }
  /// The length of its text in characters.
  private static var textCount: Int { 16 }

  private let high: UInt16
  private let low: UInt64

  init(high: UInt16, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads exactly ten bytes; any other count gives `nil`.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    self = bytes.reading { bytes in
      Self(
        high: UInt16(bigEndian: bytes.loadUnaligned(as: UInt16.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 2, as: UInt64.self)))
    }
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
  public var shortText: String { Base32.encode(bytes.prefix(5)) }

  /// The identifiers whose text begins with what a person typed; `nil` if no text can begin so.
  ///
  /// They form one range, because base 32 keeps the order of bytes.
  public static func range(ofTextPrefix prefix: String) -> ClosedRange<Self>? {
    let rest = textCount - prefix.utf8.count
    guard rest >= 0,
      let first = Self(text: prefix + String(repeating: "0", count: rest)),
      let last = Self(text: prefix + String(repeating: "z", count: rest))
    else { return nil }
    return first...last
  }

  private init?(text: String) {
    guard let bytes = Base32.decode(text) else { return nil }
    self.init(bytes)
  }

  /// Feeds the bytes to a hasher, as one word.
  public func hash(into hasher: inout Hasher) { hasher.combine(low ^ UInt64(high) << 48) }

  /// Orders by the first byte that differs.
  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Names an entry: 80 random bits.
public typealias EntryID = Identifier10<EntryIDKind>
/// Names an element of a list: 80 random bits, from the same names as entries.
public typealias ElementID = Identifier10<ElementIDKind>
/// Names a review: 80 bits of a hash of what it is about.
public typealias ReviewID = Identifier10<ReviewIDKind>

/// The kind of an ``EntryID``.
public enum EntryIDKind: Sendable {}
/// The kind of an ``ElementID``.
public enum ElementIDKind: Sendable {}
/// The kind of a ``ReviewID``.
public enum ReviewIDKind: Sendable {}

extension EntryID {
  /// The journal itself, which holds the names of devices: ten zero bytes.
  public static var journal: EntryID { EntryID(high: 0, low: 0) }
}

extension Identifier10 {
  /// Draws an identifier from a source of randomness.
  public init(from random: inout some RandomNumberGenerator) {
    self.init(high: .random(in: 0...UInt16.max, using: &random), low: random.next())
  }
}

extension Identifier10: CustomStringConvertible {
  /// Sixteen base-32 characters.
  public var description: String { text }
}
