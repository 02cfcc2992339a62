internal import AfterwitWire
internal import Glibc

// SQLite keeps a row as a record: a header (its own length, then a type for each column, all as
// varints of seven bits, the most significant group first), then the columns one after another
// (https://www.sqlite.org/fileformat2.html#record_format). The longest column of an envelope's row,
// its bytes, comes last, and the row's first column is its id, the hash of the first 200 of these
// bytes: so the beginning of the record can be found from its end. A record that does not fit into
// a page continues in a chain of pages, each of which begins with the number of the next.
//
// In a write-ahead log the pages lie one by one behind frames; a chain is followed in the database
// file only, so a long record that is only in the log is left to SQLite.

/// Finds envelopes and properties in the bytes of a database file, whatever its tables say.
struct RowCarver {
  private static let pageByteCount = 4096
  /// The longest part of a table's record that stays in its page (SQLite, "B-tree Pages").
  private static let wholeRecord = pageByteCount - 35
  private static let leastLocal = (pageByteCount - 12) * 32 / 255 - 23

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The bytes of everything that looks like an envelope; its signature is still to be checked.
  func envelopes() -> [[UInt8]] {
    places(of: Array("AWE1".utf8)).compactMap { envelope(at: $0) }
  }

  private func envelope(at start: Int) -> [UInt8]? {
    guard start + Envelope.prefixByteCount <= bytes.count else { return nil }
    let length = bytes[start + 164..<start + 168].reduce(0) { $0 << 8 | Int($1) }
    guard length <= Limits.payload else { return nil }
    let count = Envelope.prefixByteCount + length
    guard let record = recordStart(before: start) else { return direct(start, count) }
    let total = start - record + count
    guard total > Self.wholeRecord else { return direct(start, count) }
    let spill = Self.leastLocal + (total - Self.leastLocal) % (Self.pageByteCount - 4)
    let local = spill <= Self.wholeRecord ? spill : Self.leastLocal
    return chained(start, count, localEnd: record + local)
  }

  private func direct(_ start: Int, _ count: Int) -> [UInt8]? {
    start + count <= bytes.count ? Array(bytes[start..<start + count]) : nil
  }

  /// Continues through overflow pages; a broken chain gives bytes whose signature does not verify.
  private func chained(_ start: Int, _ count: Int, localEnd: Int) -> [UInt8]? {
    guard start < localEnd, localEnd + 4 <= bytes.count else { return nil }
    var result = Array(bytes[start..<min(localEnd, start + count)])
    var pointer = localEnd
    while result.count < count {
      let page = bytes[pointer..<pointer + 4].reduce(0) { $0 << 8 | Int($1) }
      let begin = (page - 1) * Self.pageByteCount
      guard page > 1, begin + Self.pageByteCount <= bytes.count else { return nil }
      let part = min(count - result.count, Self.pageByteCount - 4)
      result += bytes[begin + 4..<begin + 4 + part]
      pointer = begin
    }
    return result
  }

  /// The beginning of the record whose last column begins here, found by the id before it.
  private func recordStart(before start: Int) -> Int? {
    let id = Domain.entry.hash(Array(bytes[start..<start + EnvelopeHeader.byteCount]))
    // Between the two columns lie the device and at most 42 bytes of short columns.
    for place in stride(from: start - 64, through: max(16, start - 106), by: -1)
    where bytes[place] == id[0] && Array(bytes[place..<place + 32]) == id {
      return (9...16).first { bytes[place - $0] == $0 && bytes[place - $0 + 1] == 0 }
        .map { place - $0 }
    }
    return nil
  }
}

extension RowCarver {
  /// The values of everything that looks like a row of a property: a name, then a blob.
  func values(of properties: [Property]) -> [(name: String, value: [UInt8])] {
    properties.flatMap { property in
      places(of: Array(property.rawValue.utf8)).compactMap { place in
        value(after: property.rawValue, at: place).map { (property.rawValue, $0) }
      }
    }
  }

  /// The value whose name begins at a place, if the header of a fitting record precedes it.
  private func value(after name: String, at place: Int) -> [UInt8]? {
    for length in 3...5 where place >= length && bytes[place - length] == length {
      let types = Array(bytes[place - length + 1..<place])
      guard Int(types[0]) == 13 + 2 * name.utf8.count else { continue }
      let code = types[1...].reduce(0) { $0 << 7 | Int($1 & 0x7f) }
      let count = (code - 12) / 2
      guard code >= 12, code.isMultiple(of: 2), count <= 4096 else { continue }
      return direct(place + name.utf8.count, count)
    }
    return nil
  }

  /// All places at which a run of bytes begins.
  private func places(of run: [UInt8]) -> [Int] {
    bytes.withUnsafeBytes { bytes in
      var places: [Int] = []
      guard let base = bytes.baseAddress else { return places }
      var start = 0
      while bytes.count - start >= run.count,
        let hit = memchr(base + start, Int32(run[0]), bytes.count - start - run.count + 1)
      {
        let place = UnsafeRawPointer(hit) - base
        if memcmp(hit, run, run.count) == 0 { places.append(place) }
        start = place + 1
      }
      return places
    }
  }
}
