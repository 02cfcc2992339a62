public import AfterwitEncoding
internal import Crypto

// A bundle is a file of envelopes, for two machines that no relay connects. The envelopes are signed
// and sealed already, so nothing in it is a secret that a relay would not see, and whoever changes it
// can do no more than a relay: each envelope proves itself. The sum at its end proves nothing; it tells
// a file that was cut off or damaged on its way from one that is whole.
//
// Protocol/11-backup, "Bundles": AW-BUNDLE-1 to AW-BUNDLE-3.

/// The form of a bundle.
public enum Bundle {
  static let magic = Array("AWU1".utf8)
  /// How many bytes stand before the first envelope.
  static let headByteCount = 20
  /// The longest envelope, in bytes.
  static let envelopeLimit = Envelope.prefixByteCount + Limits.payload
  /// What follows the last envelope: a length of 0, their number, the sum.
  static let endByteCount = 44

  /// Why a file is no bundle, or not a whole one.
  public enum Failure: Error, Hashable, Sendable {
    /// It does not begin as one.
    case notABundle
    /// A later version made it.
    case newer
    /// It ends before its end.
    case truncated
    /// It is not as it was written.
    case damaged
  }
}

/// Writes a bundle, an envelope at a time.
public struct BundleWriter: Sendable {
  private var hasher = SHA256()
  private var count: UInt64 = 0

  /// Begins a bundle.
  public init() {
    hasher.update(data: Domain.bundle.bytes)
  }

  /// What stands before the first envelope.
  public mutating func begin(_ journal: JournalID) -> [UInt8] {
    summed(Bundle.magic + journal.bytes)
  }

  /// An envelope, with its length.
  public mutating func write(_ envelope: [UInt8]) -> [UInt8] {
    count += 1
    var builder = ByteBuilder(capacity: envelope.count + 4)
    builder.append(bigEndian: UInt32(envelope.count))
    builder.append(contentsOf: envelope)
    return summed(builder.bytes)
  }

  /// What follows the last envelope.
  public mutating func finish() -> [UInt8] {
    var builder = ByteBuilder(capacity: Bundle.endByteCount)
    builder.append(bigEndian: UInt32(0))
    builder.append(bigEndian: count)
    let end = summed(builder.bytes)
    return end + Array(hasher.finalize())
  }

  private mutating func summed(_ bytes: [UInt8]) -> [UInt8] {
    hasher.update(data: bytes)
    return bytes
  }
}

/// Reads a bundle as it comes.
public struct BundleReader: Sendable {
  /// The journal; `nil` before its head has come.
  public private(set) var journal: JournalID?
  /// Whether its end has come, and nothing follows it.
  public private(set) var isWhole = false
  private var hasher = SHA256()
  private var count: UInt64 = 0
  private var left: [UInt8] = []

  /// Nothing yet.
  public init() {
    hasher.update(data: Domain.bundle.bytes)
  }

  /// Takes further bytes; gives the envelopes that are whole now, their bytes unchecked.
  /// - Throws: ``Bundle/Failure``, with what was whole before it in `envelopes`.
  public mutating func read(
    _ bytes: [UInt8], into envelopes: inout [[UInt8]]
  ) throws(Bundle.Failure) {
    left += bytes
    var start = 0
    defer { left.removeFirst(start) }
    if journal == nil {
      guard left.count >= Bundle.headByteCount else { return }
      guard left.starts(with: Bundle.magic.dropLast()) else { throw .notABundle }
      guard left.starts(with: Bundle.magic) else { throw .newer }
      start = Bundle.headByteCount
      hasher.update(data: left[..<start])
      journal = JournalID(left[Bundle.magic.count..<start])
    }
    while left.count - start >= 4 {
      guard !isWhole else { throw .damaged }
      let length = left[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length > 0 else { return try end(&start) }
      guard length <= Bundle.envelopeLimit else { throw .damaged }
      guard left.count - start >= 4 + length else { return }
      envelopes.append(Array(left[start + 4..<start + 4 + length]))
      hasher.update(data: left[start..<start + 4 + length])
      count += 1
      start += 4 + length
    }
    if isWhole, left.count > start { throw .damaged }
  }

  /// Ends reading: the file has no more.
  public func finish() throws(Bundle.Failure) {
    guard !isWhole else { return }
    let isBegun = journal != nil || Bundle.magic.starts(with: left.prefix(Bundle.magic.count))
    throw isBegun ? .truncated : .notABundle
  }

  private mutating func end(_ start: inout Int) throws(Bundle.Failure) {
    guard left.count - start >= Bundle.endByteCount else { return }
    let (sum, last) = (start + 12, start + Bundle.endByteCount)
    hasher.update(data: left[start..<sum])
    let told = left[start + 4..<sum].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard told == count, hasher.finalize().elementsEqual(left[sum..<last]), left.count == last
    else {
      throw .damaged
    }
    isWhole = true
    start = last
  }
}
