/// Why bytes are refused: the reasons of Protocol/2-encoding, "Refusals".
public enum Refusal: String, Error {
  /// The bytes end before the value does.
  case truncated
  /// A varint does not fit 64 bits.
  case overflow
  /// A value has another form than its only one.
  case notCanonical
  /// A string is not well-formed UTF-8.
  case invalidText
  /// A value that the format does not define.
  case unknownValue
  /// Bytes follow the last value.
  case trailingBytes
  /// A bound is passed.
  case overLimit
}

/// Reads the values of Protocol/2-encoding one after another.
struct PlainCursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: some Sequence<UInt8>) { rest = Array(bytes)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) throws(Refusal) -> [UInt8] {
    guard count <= rest.count else { throw .truncated }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func integer(_ bytes: Int) throws(Refusal) -> UInt64 {
    try take(bytes).reduce(0) { $0 * 256 + UInt64($1) }
  }

  mutating func varint() throws(Refusal) -> UInt64 {
    var groups: [UInt64] = []
    var byte: UInt8 = 0x80
    while byte >= 0x80 {
      byte = try take(1)[0]
      groups.append(UInt64(byte & 0x7f))
      if groups.count > 10 || groups.count == 10 && groups[9] > 1 { throw .overflow }
    }
    if groups.count > 1, groups[groups.count - 1] == 0 { throw .notCanonical }
    return groups.reversed().reduce(0) { $0 << 7 | $1 }
  }

  mutating func count(limit: UInt64) throws(Refusal) -> Int {
    let value = try varint()
    if value > limit { throw .overLimit }
    return Int(value)
  }

  mutating func blob(limit: Int? = nil) throws(Refusal) -> [UInt8] {
    let length = try varint()
    if length > UInt64(limit ?? rest.count) { throw .overLimit }
    return try take(Int(length))
  }

  mutating func string(limit: Int? = nil) throws(Refusal) -> String {
    let bytes = try blob(limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidText }
    return text
  }

  func requireEnd() throws(Refusal) {
    if !isAtEnd { throw .trailingBytes }
  }
}
