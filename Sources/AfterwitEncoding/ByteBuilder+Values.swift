// What several formats of the journal hold.
extension ByteBuilder {
  /// Appends the 32 bytes of an identifier.
  public mutating func append<Kind>(_ identifier: Identifier32<Kind>) {
    append(contentsOf: identifier.bytes)
  }

  /// Appends the 16 bytes of an identifier.
  public mutating func append<Kind>(_ identifier: Identifier16<Kind>) {
    append(contentsOf: identifier.bytes)
  }

  /// Appends a count and then each number as a varint.
  package mutating func append(list: [Int]) {
    append(count: list.count)
    for number in list {
      append(count: number)
    }
  }

  /// Appends a count and then each string.
  package mutating func append(strings: [String]) {
    append(count: strings.count)
    for string in strings {
      append(string: string)
    }
  }
}
