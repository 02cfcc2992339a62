// What `ByteBuilder+Values.swift` writes.
extension ByteCursor {
  /// Reads a 32-byte identifier.
  public mutating func readIdentifier<Kind>(
    _: Identifier32<Kind>.Type = Identifier32<Kind>.self
  ) throws(DecodingFailure) -> Identifier32<Kind> {
    guard let identifier = Identifier32<Kind>(try readBytes(32)) else { throw failure(.truncated) }
    return identifier
  }

  /// Reads a 16-byte identifier.
  public mutating func readIdentifier<Kind>(
    _: Identifier16<Kind>.Type = Identifier16<Kind>.self
  ) throws(DecodingFailure) -> Identifier16<Kind> {
    guard let identifier = Identifier16<Kind>(try readBytes(16)) else { throw failure(.truncated) }
    return identifier
  }

  /// Reads a 10-byte identifier.
  public mutating func readIdentifier<Kind>(
    _: Identifier10<Kind>.Type = Identifier10<Kind>.self
  ) throws(DecodingFailure) -> Identifier10<Kind> {
    guard remaining >= Identifier10<Kind>.byteCount else { throw failure(.truncated) }
    return Identifier10(high: try readBigEndian(), low: try readBigEndian())
  }

  /// Reads what `append(list:)` wrote.
  package mutating func readList() throws(DecodingFailure) -> [Int] {
    var list: [Int] = []
    for _ in 0..<(try readCount(limit: remaining)) {
      list.append(try readCount(limit: Int(Int32.max)))
    }
    return list
  }

  /// Reads what `append(strings:)` wrote.
  package mutating func readStrings() throws(DecodingFailure) -> [String] {
    var strings: [String] = []
    for _ in 0..<(try readCount(limit: remaining)) {
      strings.append(try readString(limit: remaining))
    }
    return strings
  }
}
