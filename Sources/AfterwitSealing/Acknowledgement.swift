public import AfterwitEncoding
public import AfterwitWire

// A device that reads and never writes names nothing as a parent, so nobody learns what it holds. It
// says so itself, in an envelope of its own log. The word is its own: that a device claims to hold
// what it does not hold cannot be found out, and hides no more than its own loss.

/// What a heads envelope says: the tips that its author held, and when.
public struct Acknowledgement: Hashable, Sendable {
  /// The tag of the record of the tips; tag 2 is reserved for a hash of what is erased.
  private static let heldTag: UInt64 = 1

  /// When it was written, by its author's clock, in milliseconds since 1970.
  public let milliseconds: UInt64
  /// The tips that its author held.
  public let held: Heads

  /// An acknowledgement of what fits: the logs beyond ``Limits/body``, by device id, are left out.
  public init(milliseconds: UInt64, held: Heads) {
    self.milliseconds = milliseconds
    var room = Limits.body - Self.frame
    var fitting = Heads()
    for (device, tips) in held.tips.sorted(by: { $0.key < $1.key }) {
      room -= 32 + (tips.count < 128 ? 1 : 2) + tips.count * Self.tipByteCount
      guard room >= 0 else { break }
      fitting.tips[device] = tips
    }
    self.held = fitting
  }

  /// The time (8), then the records: of each a tag and a blob.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(bigEndian: milliseconds)
    builder.append(varint: Self.heldTag)
    var content = ByteBuilder()
    held.encode(into: &content)
    builder.append(blob: content.bytes)
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote, and passes over records of a later version that are not critical.
  /// - Throws: ``DecodingFailure``; of the reason `unknownValue` for a critical record.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    milliseconds = try cursor.readBigEndian()
    var held: Heads?
    var last: UInt64 = 0
    while !cursor.isAtEnd {
      let start = cursor
      let tag = try cursor.readVarint()
      guard tag > last else { throw start.failure(.notCanonical) }
      last = tag
      let content = try cursor.readBlob(limit: Limits.body)
      if tag == Self.heldTag {
        var inner = ByteCursor(content)
        held = try Heads(decoding: &inner)
        try inner.requireEnd()
      } else if tag % 2 == 1 {
        throw start.failure(.unknownValue)
      }
    }
    guard let held else { throw cursor.failure(.truncated) }
    self.held = held
  }

  /// The most that the time, a tag, a length and a count take, in bytes.
  private static let frame = 8 + 1 + 3 + 2
  /// What a tip takes: its number and its id.
  private static let tipByteCount = 8 + 32
}
