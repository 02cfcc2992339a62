internal import AfterwitEncoding

/// An epoch: the identity of one journal key, and the keys that it opens.
public struct Epoch: Hashable, Sendable {
  /// An epoch that another follows.
  public struct Base: Hashable, Sendable {
    /// The length of a key that is sealed under another, in bytes.
    public static let sealedByteCount = 48

    /// The number of the epoch.
    public let number: UInt32
    /// The hash of its key.
    public let identity: [UInt8]
    /// Its key sealed under that of the epoch that follows, 48 bytes; empty where whoever began
    /// that epoch did not hold it.
    public let sealedKey: [UInt8]

    /// A base of given parts.
    public init(number: UInt32, identity: [UInt8], sealedKey: [UInt8]) {
      precondition(identity.count == 32)
      precondition(sealedKey.isEmpty || sealedKey.count == Self.sealedByteCount)
      self.number = number
      self.identity = identity
      self.sealedKey = sealedKey
    }
  }

  /// One more than the greatest of its bases; 1 for the first.
  public let number: UInt32
  /// The hash of the key, by which two keys with the same number are told apart.
  public let identity: [UInt8]
  /// The epochs that it follows, ascending by number, then identity; none for the first.
  public let bases: [Base]

  /// An epoch of given parts; `identity` is 32 bytes, and `bases` may come in any order.
  public init(number: UInt32, identity: [UInt8], bases: [Base] = []) {
    precondition(identity.count == 32)
    self.number = number
    self.identity = identity
    self.bases = bases.sorted(by: Self.precedes)
  }

  /// Whether its number is the one that follows its bases.
  public var hasNextNumber: Bool {
    guard let last = bases.last?.number else { return number == 1 }
    return last < .max && number == last + 1
  }

  /// The number (4) and the identity (32), then for each base the number (4), the identity (32) and
  /// the sealed key (blob).
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(bigEndian: number)
    builder.append(contentsOf: identity)
    for base in bases {
      builder.append(bigEndian: base.number)
      builder.append(contentsOf: base.identity)
      builder.append(blob: base.sealedKey)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote, to the end.
  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    number = try cursor.readBigEndian()
    identity = Array(try cursor.readBytes(32))
    var bases: [Base] = []
    while !cursor.isAtEnd {
      let start = cursor
      let number: UInt32 = try cursor.readBigEndian()
      let identity = Array(try cursor.readBytes(32))
      let key = Array(try cursor.readBlob(limit: Base.sealedByteCount))
      guard key.isEmpty || key.count == Base.sealedByteCount else {
        throw start.failure(.truncated)
      }
      let base = Base(number: number, identity: identity, sealedKey: key)
      if let last = bases.last {
        guard Self.precedes(last, base) else { throw start.failure(.notCanonical) }
      }
      bases.append(base)
    }
    self.bases = bases
  }

  private static func precedes(_ left: Base, _ right: Base) -> Bool {
    left.number != right.number
      ? left.number < right.number : left.identity.lexicographicallyPrecedes(right.identity)
  }
}
