// Problem: encryption hides what was written, but not how much; often the length alone tells one
// mood or one edit from another.
//
// Idea: a sealed body shows a padded length. Most changes are shorter than 236 bytes, and all of
// those look alike, at 256; up to 4096 bytes there are five sizes. Beyond that, PADMÉ rounds the
// length up so that only a few of its leading bits, about the logarithm of its logarithm, are not
// zero (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford, "Reducing Metadata Leakage from Encrypted
// Files and Communication with PURBs", 2019, section 4).
//
// A header outlives what was erased, and holds a hash of the payload: whoever has the epoch's key
// could seal one guess of a short text after another, until the hash is that one. So sixteen bytes
// that nobody can guess stand before the body. The highest bit of the length says that they are
// there; an earlier version wrote neither.
//
// Invariant: a body and a blind have exactly one padded form, so nothing is hidden in the padding.
//
// Cost: a body between 256 and 4096 bytes at most doubles, a longer one grows by at most 6.25 %.

internal import AfterwitEncoding
internal import AfterwitWire

/// The form of a body before it is sealed: its length in 32 bits, the blind, the body, zeros.
public enum Padding {
  /// How many bytes that nobody can guess stand before a body.
  public static let blindByteCount = 16

  /// The length of a padded body of `bodyCount` bytes, in bytes.
  public static func paddedCount(bodyCount: Int) -> Int {
    paddedCount(lengthByteCount + blindByteCount + bodyCount)
  }

  private static func paddedCount(_ count: Int) -> Int {
    if count <= largestPower {
      var power = smallest
      while power < count { power *= 2 }
      return power
    }
    let exponent = floorLog2(count)
    let kept = floorLog2(exponent) + 1
    let mask = 1 << (exponent - kept) - 1
    return (count + mask) & ~mask
  }

  /// Writes length, blind, body and zeros.
  public static func pad(_ body: [UInt8], blind: [UInt8]) -> [UInt8] {
    precondition(blind.count == blindByteCount)
    let total = paddedCount(bodyCount: body.count)
    var builder = ByteBuilder(capacity: total)
    builder.append(bigEndian: UInt32(body.count) | blindBit)
    builder.append(contentsOf: blind)
    builder.append(contentsOf: body)
    builder.append(contentsOf: repeatElement(0, count: total - builder.bytes.count))
    return builder.bytes
  }

  /// Reads the body; `nil` if neither ``pad(_:blind:)`` nor an earlier version would have written
  /// exactly these bytes.
  public static func unpad(_ padded: [UInt8]) -> [UInt8]? {
    var cursor = ByteCursor(padded)
    guard let field = try? cursor.readBigEndian(UInt32.self) else { return nil }
    let count = Int(field & ~blindBit)
    let blindCount = field & blindBit == 0 ? 0 : blindByteCount
    guard count <= Limits.body, padded.count == paddedCount(lengthByteCount + blindCount + count),
      (try? cursor.readBytes(blindCount)) != nil, let body = try? cursor.readBytes(count),
      cursor.readRest().allSatisfy({ $0 == 0 })
    else { return nil }
    return Array(body)
  }

  private static let lengthByteCount = 4
  private static let blindBit: UInt32 = 1 << 31
  private static let smallest = 256
  private static let largestPower = 4096

  private static func floorLog2(_ value: Int) -> Int {
    Int.bitWidth - 1 - value.leadingZeroBitCount
  }
}
