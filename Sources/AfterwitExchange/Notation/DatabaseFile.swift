// A table of SQLite is a tree of pages (sqlite.org/fileformat2.html). To read one from its bytes takes
// no library and no file, and whatever the bytes are, every page is visited once at most.

/// The tables of a database of SQLite, read from its bytes.
struct DatabaseFile {
  /// Why a database cannot be read.
  enum Flaw: Error, Hashable {
    case malformed
  }

  /// The values of a row by the names of their columns.
  typealias Row = [String: Value]

  /// A value of a column.
  enum Value: Hashable {
    case null
    case integer(Int)
    case bytes([UInt8])

    /// The number, where it is one.
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }
    /// The text, where its bytes are UTF-8.
    var text: String? {
      guard case .bytes(let bytes) = self else { return nil }
      return String(validating: bytes, as: UTF8.self)
    }
  }

  /// A table.
  struct Table {
    fileprivate let file: DatabaseFile
    fileprivate let root: Int
    fileprivate let columns: [String]

    /// Calls a closure with each row.
    func forEachRow(_ body: (Row) throws -> Void) throws {
      try file.forEachRecord(root) { values in
        var row: Row = [:]
        for (name, value) in zip(columns, values) { row[name] = value }
        try body(row)
      }
    }
  }

  private let bytes: [UInt8]
  private let pageSize: Int
  private let usable: Int

  /// Reads the head of a database.
  init(_ bytes: [UInt8]) throws(Flaw) {
    guard bytes.count >= 512 else { throw .malformed }
    let written = Int(bytes[16]) << 8 | Int(bytes[17])
    pageSize = written == 1 ? 65_536 : written
    usable = pageSize - Int(bytes[20])
    self.bytes = bytes
    // The text of other encodings is not read.
    guard 512...65_536 ~= pageSize, pageSize & (pageSize - 1) == 0, usable >= 480,
      bytes[59] <= 1
    else { throw .malformed }
  }

  /// A table of a name; `nil` where there is none.
  func table(_ name: String) throws -> Table? {
    var found: Table?
    try forEachRecord(1) { values in
      guard values.count >= 5, values[0].text == "table", values[1].text == name,
        let root = values[3].integer, let sql = values[4].text
      else { return }
      found = Table(file: self, root: root, columns: Self.columns(in: sql))
    }
    return found
  }

  private static func columns(in sql: String) -> [String] {
    guard let start = sql.firstIndex(of: "(") else { return [] }
    var depth = 0
    var parts: [String] = [""]
    for character in sql[start...].dropFirst() {
      if character == "(" { depth += 1 } else if character == ")" { depth -= 1 }
      if depth < 0 { break }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    let constraints: Set<String> = ["PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT"]
    return parts.compactMap { part in
      let word = part.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      return word.isEmpty || constraints.contains(word.uppercased())
        ? nil : word.filter { !"\"`[]".contains($0) }
    }
  }

  private func forEachRecord(_ root: Int, _ body: ([Value]) throws -> Void) throws {
    var rest = [root]
    var seen: Set<Int> = []
    while let number = rest.popLast() {
      guard number >= 1, number * pageSize <= bytes.count, seen.insert(number).inserted else {
        throw Flaw.malformed
      }
      let start = (number - 1) * pageSize
      let head = number == 1 ? start + 100 : start
      let count = try self.number(at: head + 3, 2)
      switch bytes[head] {
      case 0x05:
        var children: [Int] = []
        for index in 0..<count {
          let cell = start + (try self.number(at: head + 12 + index * 2, 2))
          children.append(try self.number(at: cell, 4))
        }
        children.append(try self.number(at: head + 8, 4))
        rest += children.reversed()
      case 0x0d:
        for index in 0..<count {
          let cell = start + (try self.number(at: head + 8 + index * 2, 2))
          try body(try record(at: cell))
        }
      default: throw Flaw.malformed
      }
    }
  }

  /// The values of a record, its overflow pages followed.
  private func record(at cell: Int) throws(Flaw) -> [Value] {
    var place = cell
    let size = try varint(bytes, &place)
    _ = try varint(bytes, &place)
    guard size >= 0, size <= bytes.count else { throw .malformed }
    let most = usable - 35
    var local = size
    if size > most {
      let least = (usable - 12) * 32 / 255 - 23
      let rest = least + (size - least) % (usable - 4)
      local = rest <= most ? rest : least
    }
    guard place + local <= bytes.count else { throw .malformed }
    var payload = Array(bytes[place..<(place + local)])
    if local < size {
      var next = try number(at: place + local, 4)
      while payload.count < size {
        guard next >= 1, next * pageSize <= bytes.count else { throw .malformed }
        let start = (next - 1) * pageSize
        let part = min(usable - 4, size - payload.count)
        payload += bytes[(start + 4)..<(start + 4 + part)]
        next = try number(at: start, 4)
      }
    }
    return try values(in: payload)
  }

  private func values(in payload: [UInt8]) throws(Flaw) -> [Value] {
    var place = 0
    let headEnd = try varint(payload, &place)
    guard headEnd <= payload.count, headEnd >= place else { throw .malformed }
    var content = headEnd
    var values: [Value] = []
    while place < headEnd {
      let code = try varint(payload, &place)
      let length: Int
      switch code {
      case 0, 8, 9: length = 0
      case 1...4: length = code
      case 5: length = 6
      case 6, 7: length = 8
      case 12...: length = (code - 12) / 2
      default: throw .malformed
      }
      guard length <= payload.count - content else { throw .malformed }
      let part = payload[content..<(content + length)]
      content += length
      switch code {
      case 0, 7: values.append(.null)
      case 8, 9: values.append(.integer(code - 8))
      case 1...6:
        let isNegative = part.first.map { $0 >= 0x80 } ?? false
        values.append(.integer(part.reduce(isNegative ? -1 : 0) { $0 << 8 | Int($1) }))
      default: values.append(.bytes(Array(part)))
      }
    }
    return values
  }

  private func varint(_ bytes: [UInt8], _ place: inout Int) throws(Flaw) -> Int {
    var value: UInt64 = 0
    for count in 0..<9 {
      guard place >= 0, place < bytes.count else { throw .malformed }
      let byte = bytes[place]
      place += 1
      if count == 8 {
        value = value << 8 | UInt64(byte)
        break
      }
      value = value << 7 | UInt64(byte & 0x7f)
      if byte < 0x80 { break }
    }
    return Int(truncatingIfNeeded: value)
  }

  private func number(at place: Int, _ count: Int) throws(Flaw) -> Int {
    guard place >= 0, place + count <= bytes.count else { throw .malformed }
    return bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
  }
}
