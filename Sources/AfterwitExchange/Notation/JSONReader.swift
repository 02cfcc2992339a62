// A list of a million entries need not be in memory at once: whoever reads asks for the elements of a
// list, or the members of an object, one after another, and only each of these becomes a value.

/// Reads a JSON text (RFC 8259) from its bytes.
struct JSONReader {
  /// Why a text is no JSON.
  enum Flaw: Error, Hashable {
    /// Something else stands there, or it ends too soon.
    case malformed
    /// It is nested deeper than is read.
    case tooDeep
  }

  /// How deep values are nested at most.
  static let depthLimit = 64

  let bytes: [UInt8]
  /// Where the next value begins.
  private(set) var place = 0
  private var counted = (place: 0, line: 1)

  /// Begins at the start of some bytes.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line at which the next value begins.
  mutating func line() -> Int {
    skipSpace()
    if counted.place > place { counted = (0, 1) }
    counted.line += bytes[counted.place..<place].count { $0 == 0x0a }
    counted.place = place
    return counted.line
  }

  /// The next byte that is no white space.
  mutating func peek() -> UInt8? {
    skipSpace()
    return place < bytes.count ? bytes[place] : nil
  }

  /// Calls a closure for each element of the list that comes next; it must read the element.
  mutating func forEachElement(_ body: (inout JSONReader) throws -> Void) throws {
    try require("[")
    if take("]") { return }
    repeat { try body(&self) } while take(",")
    try require("]")
  }

  /// Calls a closure for each member of the object that comes next; it must read the value.
  mutating func forEachMember(_ body: (String, inout JSONReader) throws -> Void) throws {
    try require("{")
    if take("}") { return }
    repeat {
      let name = try readString()
      try require(":")
      try body(name, &self)
    } while take(",")
    try require("}")
  }

  /// Reads the value that comes next.
  mutating func read(depth: Int = 0) throws -> JSONNode {
    guard depth <= Self.depthLimit else { throw Flaw.tooDeep }
    switch peek() {
    case UInt8(ascii: "{"):
      var members: [JSONNode.Member] = []
      try forEachMember { name, reader in
        members.append(
          JSONNode.Member(name: name, value: try reader.read(depth: depth + 1)))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var list: [JSONNode] = []
      try forEachElement { reader in list.append(try reader.read(depth: depth + 1)) }
      return .list(list)
    case UInt8(ascii: "\""): return .string(try readString())
    case nil: throw Flaw.malformed
    default: return try readWord()
    }
  }

  /// Goes behind a comma if one comes next.
  mutating func skipComma() { _ = take(",") }

  /// Requires that nothing comes any more.
  mutating func requireEnd() throws(Flaw) {
    guard peek() == nil else { throw .malformed }
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0a, 0x0d: place += 1
      default: return
      }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard let byte = peek(), UInt32(byte) == scalar.value else { return false }
    place += 1
    return true
  }

  private mutating func require(_ scalar: Unicode.Scalar) throws(Flaw) {
    guard take(scalar) else { throw .malformed }
  }

  private mutating func readWord() throws(Flaw) -> JSONNode {
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case 0x30...0x39, 0x61...0x7a, 0x41...0x5a, 0x2b, 0x2d, 0x2e: place += 1
      default:
        return try Self.value(ofWord: String(decoding: bytes[start..<place], as: UTF8.self))
      }
    }
    return try Self.value(ofWord: String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private static func value(ofWord word: String) throws(Flaw) -> JSONNode {
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .null
    default:
      guard let first = word.utf8.first, first == 0x2d || 0x30...0x39 ~= first,
        Double(word) != nil
      else { throw .malformed }
      return .number(word)
    }
  }

  private mutating func readString() throws -> String {
    try require("\"")
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return SurrogateBytes.joined(text)
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0..<0x20: throw Flaw.malformed
      default: text.append(byte)
      }
    }
    throw Flaw.malformed
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(Flaw) {
    guard place < bytes.count else { throw .malformed }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0a)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0d)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0c)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      guard place + 4 <= bytes.count,
        let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
      else { throw .malformed }
      place += 4
      SurrogateBytes.append(unit, to: &text)
    default: throw .malformed
    }
  }
}
