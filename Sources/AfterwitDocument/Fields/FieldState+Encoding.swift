internal import AfterwitCausality
public import AfterwitEncoding

// The form in which the store keeps a field. It never leaves the device; a rebuild makes it anew.
extension FieldState {
  private static let indexLimit = Int(Int32.max)
  private static let textLimit = 1 << 30

  /// The bytes the store keeps.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(list: notUnderstood)
    switch value {
    case .text(let field):
      builder.append(FieldFamily.text.rawValue)
      builder.append(list: field.heads.flatMap { [$0.position, $0.index] })
      builder.append(count: field.eventCount)
      builder.append(string: field.text)
      field.encodeReviews(into: &builder)
    case .register(let register):
      builder.append(FieldFamily.register.rawValue)
      builder.append(count: register.writes.count)
      for write in register.writes {
        builder.append(count: write.index)
        builder.append(bigEndian: write.timestamp.rawValue)
        builder.append(write.envelope)
        builder.append(string: write.value)
      }
    case .set(let set):
      builder.append(FieldFamily.set.rawValue)
      builder.append(count: set.adds.count)
      for (element, adds) in set.adds.sorted(by: { $0.key < $1.key }) {
        builder.append(string: element.string)
        builder.append(list: adds)
      }
    case .unknown:
      builder.append(0)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let notUnderstood = try cursor.readList()
    let code = try cursor.readByte()
    switch FieldFamily(rawValue: code) {
    case .text: self.init(value: .text(try Self.text(&cursor)))
    case .register: self.init(value: .register(try Self.register(&cursor)))
    case .set: self.init(value: .set(try Self.set(&cursor)))
    default:
      guard code == 0 else { throw cursor.failure(.unknownValue) }
      self.init(value: .unknown)
    }
    self.notUnderstood = notUnderstood
    try cursor.requireEnd()
  }

  private static func text(_ cursor: inout ByteCursor) throws(DecodingFailure) -> TextField {
    let heads = try cursor.readList()
    guard heads.count.isMultiple(of: 2) else { throw cursor.failure(.unknownValue) }
    let pairs = stride(from: 0, to: heads.count, by: 2).map {
      TextField.Head(position: heads[$0], index: heads[$0 + 1])
    }
    let count = try cursor.readCount(limit: indexLimit)
    let text = try cursor.readString(limit: textLimit)
    let (conflicts, parts) = try TextField.reviews(decoding: &cursor)
    return TextField(
      text: text, heads: pairs, eventCount: count, conflicts: conflicts, openParts: parts)
  }

  private static func register(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Register {
    var writes: [Register.Write] = []
    for _ in 0..<(try cursor.readCount(limit: indexLimit)) {
      writes.append(
        Register.Write(
          index: try cursor.readCount(limit: indexLimit),
          timestamp: Timestamp(rawValue: try cursor.readBigEndian()),
          envelope: try cursor.readIdentifier(),
          value: try cursor.readString(limit: Operations.valueLimit)))
    }
    return Register(writes: writes)
  }

  private static func set(_ cursor: inout ByteCursor) throws(DecodingFailure) -> AddWinsSet {
    var adds: [ExactString: [Int]] = [:]
    for _ in 0..<(try cursor.readCount(limit: indexLimit)) {
      let element = ExactString(try cursor.readString(limit: Operations.elementLimit))
      adds[element] = try cursor.readList()
    }
    return AddWinsSet(adds: adds)
  }
}

extension ByteBuilder {
  /// Appends a count and then each number as a varint.
  package mutating func append(list: [Int]) {
    append(count: list.count)
    for number in list {
      append(count: number)
    }
  }
}

extension ByteCursor {
  /// Reads what `append(list:)` wrote.
  package mutating func readList() throws(DecodingFailure) -> [Int] {
    var list: [Int] = []
    for _ in 0..<(try readCount(limit: remaining)) {
      list.append(try readCount(limit: Int(Int32.max)))
    }
    return list
  }
}
