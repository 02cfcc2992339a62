// Problem: encryption hides what was written, but not how much; often the length alone tells one
// mood or one edit from another.
//
// Idea: a sealed body shows a padded length. Most changes are shorter than 252 bytes, and all of
// those look alike, at 256; up to 4096 bytes there are five sizes. Beyond that, PADMÉ rounds the
// length up so that only a few of its leading bits, about the logarithm of its logarithm, are not
// zero (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford, "Reducing Metadata Leakage from Encrypted
// Files and Communication with PURBs", 2019, section 4).
//
// Invariant: a body has exactly one padded form, so nothing can be hidden in the padding.
//
// Cost: a body between 256 and 4096 bytes at most doubles, a longer one grows by at most 6.25 %.

internal import AfterwitEncoding
internal import AfterwitWire

/// The form of a body before it is sealed: its length in 32 bits, the body, zeros.
public enum Padding {
  /// The length of a padded body of `bodyCount` bytes, in bytes.
  public static func paddedCount(bodyCount: Int) -> Int {
    let count = bodyCount + lengthByteCount
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

  /// Writes length, body and zeros.
  public static func pad(_ body: [UInt8]) -> [UInt8] {
    let total = paddedCount(bodyCount: body.count)
    var builder = ByteBuilder(capacity: total)
    builder.append(bigEndian: UInt32(body.count))
    builder.append(contentsOf: body)
    builder.append(contentsOf: repeatElement(0, count: total - body.count - lengthByteCount))
    return builder.bytes
  }

  /// Reads the body; `nil` if ``pad(_:)`` would not have written exactly these bytes.
  public static func unpad(_ padded: [UInt8]) -> [UInt8]? {
    var cursor = ByteCursor(padded)
    guard let count = try? cursor.readBigEndian(UInt32.self), count <= UInt32(Limits.body),
      padded.count == paddedCount(bodyCount: Int(count)),
      let body = try? cursor.readBytes(Int(count)),
      cursor.readRest().allSatisfy({ $0 == 0 })
    else { return nil }
    return Array(body)
  }

  private static let lengthByteCount = 4
  private static let smallest = 256
  private static let largestPower = 4096

  private static func floorLog2(_ value: Int) -> Int {
    Int.bitWidth - 1 - value.leadingZeroBitCount
  }
}
