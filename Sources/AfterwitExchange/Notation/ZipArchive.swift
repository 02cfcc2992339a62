internal import CZlib

// Only what stands in the directory at the end is an entry of an archive. Each is unpacked to exactly
// the size that it says there, which is bounded first: a small archive cannot grow without end.

/// The files of a zip archive (PKWARE APPNOTE 6.3.3): stored or deflated, not encrypted, below 4 GiB.
struct ZipArchive {
  /// Why an archive cannot be read.
  enum Flaw: Error, Hashable {
    case malformed
    case tooLarge
  }

  /// A file of an archive.
  struct Entry: Hashable {
    /// Its path.
    let name: String
    fileprivate let method: UInt16
    fileprivate let packed: Int
    /// Its size.
    let size: Int
    fileprivate let header: Int
    fileprivate let checksum: UInt32
  }

  /// The longest file that is unpacked, in bytes.
  static let sizeLimit = 64 << 20
  private static let countLimit = 100_000
  /// DEFLATE never makes more than this many bytes of one.
  private static let greatestRatio = 1032

  private let bytes: [UInt8]
  /// The files, in the order of the directory.
  let entries: [Entry]

  /// Reads the directory of an archive.
  init(_ bytes: [UInt8]) throws(Flaw) {
    self.bytes = bytes
    guard bytes.count >= 22 else { throw .malformed }
    var end = bytes.count - 22
    let least = max(0, end - 0xffff)
    while Self.number(bytes, at: end, 4) != 0x0605_4b50 {
      guard end > least else { throw .malformed }
      end -= 1
    }
    let count = Self.number(bytes, at: end + 10, 2)
    var place = Self.number(bytes, at: end + 16, 4)
    guard count <= Self.countLimit else { throw .tooLarge }
    var entries: [Entry] = []
    for _ in 0..<count {
      guard place + 46 <= bytes.count, Self.number(bytes, at: place, 4) == 0x0201_4b50 else {
        throw .malformed
      }
      let nameLength = Self.number(bytes, at: place + 28, 2)
      let rest =
        nameLength + Self.number(bytes, at: place + 30, 2) + Self.number(bytes, at: place + 32, 2)
      guard place + 46 + rest <= bytes.count else { throw .malformed }
      entries.append(
        Entry(
          name: String(decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self),
          method: UInt16(Self.number(bytes, at: place + 10, 2)),
          packed: Self.number(bytes, at: place + 20, 4),
          size: Self.number(bytes, at: place + 24, 4),
          header: Self.number(bytes, at: place + 42, 4),
          checksum: UInt32(Self.number(bytes, at: place + 16, 4))))
      place += 46 + rest
    }
    self.entries = entries
  }

  /// The bytes of a file.
  func unpacked(_ entry: Entry) throws(Flaw) -> [UInt8] {
    guard entry.size <= Self.sizeLimit, entry.size <= (entry.packed + 1) * Self.greatestRatio else {
      throw .tooLarge
    }
    guard entry.header + 30 <= bytes.count, Self.number(bytes, at: entry.header, 4) == 0x0403_4b50
    else { throw .malformed }
    let start =
      entry.header + 30 + Self.number(bytes, at: entry.header + 26, 2)
      + Self.number(bytes, at: entry.header + 28, 2)
    guard start + entry.packed <= bytes.count else { throw .malformed }
    let packed = Array(bytes[start..<(start + entry.packed)])
    let unpacked: [UInt8]
    switch entry.method {
    case 0: unpacked = packed
    case 8: unpacked = try Self.inflated(packed, to: entry.size)
    default: throw .malformed
    }
    let checksum = unpacked.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    guard unpacked.count == entry.size, UInt32(truncatingIfNeeded: checksum) == entry.checksum
    else {
      throw .malformed
    }
    return unpacked
  }

  private static func inflated(_ packed: [UInt8], to size: Int) throws(Flaw) -> [UInt8] {
    var stream = z_stream()
    guard
      inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .malformed }
    defer { inflateEnd(&stream) }
    var source = packed
    var target = [UInt8](repeating: 0, count: max(size, 1))
    let status = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
        (stream.next_out, stream.avail_out) = (target.baseAddress, UInt32(target.count))
        defer { (stream.next_in, stream.next_out) = (nil, nil) }
        return inflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END, Int(stream.total_out) == size else { throw .malformed }
    return Array(target.prefix(size))
  }

  private static func number(_ bytes: [UInt8], at place: Int, _ count: Int) -> Int {
    guard place >= 0, place + count <= bytes.count else { return 0 }
    return bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
