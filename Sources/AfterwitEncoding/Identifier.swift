/// A 32-byte identifier: a SHA-256 value of the kind that `Kind` names.
///
/// Ordered as unsigned bytes. `Kind` keeps a device from being taken for an envelope.
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

/// Names a device: the hash of its signing key.
public typealias DeviceID = Identifier32<DeviceKind>
/// Names an envelope: the hash of its header.
public typealias EnvelopeID = Identifier32<EnvelopeKind>
/// Names a journal: 16 random bytes.
public typealias JournalID = Identifier16<JournalKind>
/// Names one life of a relay's storage: 16 random bytes.
public typealias Generation = Identifier16<GenerationKind>

/// The kind of a ``DeviceID``.
public enum DeviceKind: Sendable {}
/// The kind of an ``EnvelopeID``.
public enum EnvelopeKind: Sendable {}
/// The kind of a ``JournalID``.
public enum JournalKind: Sendable {}
/// The kind of a ``Generation``.
public enum GenerationKind: Sendable {}

extension ByteBuilder {
  /// Appends the 32 bytes of an identifier.
  public mutating func append<Kind>(_ identifier: Identifier32<Kind>) {
    append(contentsOf: identifier.bytes)
  }

  /// Appends the 16 bytes of an identifier.
  public mutating func append<Kind>(_ identifier: Identifier16<Kind>) {
    append(contentsOf: identifier.bytes)
  }
}

extension ByteCursor {
  /// Reads a 32-byte identifier.
  public mutating func readIdentifier<Kind>(
    _: Identifier32<Kind>.Type = Identifier32<Kind>.self
  ) throws(DecodingFailure) -> Identifier32<Kind> {
    guard let identifier = Identifier32<Kind>(try readBytes(32)) else { throw failure(.truncated) }
    return identifier
  }

  /// Reads a 16-byte identifier.
  public mutating func readIdentifier<Kind>(
    _: Identifier16<Kind>.Type = Identifier16<Kind>.self
  ) throws(DecodingFailure) -> Identifier16<Kind> {
    guard let identifier = Identifier16<Kind>(try readBytes(16)) else { throw failure(.truncated) }
    return identifier
  }
}

extension Collection<UInt8> {
  /// Reads the bytes where they lie: to ask an unknown collection for each costs a hundred times that.
  func reading<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
      ?? Array(self).withUnsafeBytes(body)
  }
}

extension UnsafeRawBufferPointer {
  /// One of the words of eight bytes, most significant byte first.
  fileprivate func word(_ index: Int) -> UInt64 {
    UInt64(bigEndian: loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }
}
