internal import AfterwitEncoding

// The forms of Protocol/4-documents, "Operations". What fits no form of the field's family is kept
// as `unknown`: it may come from a later version. What fits a form and breaks its rules is refused.
extension Operations {
  /// The longest value of a register, in bytes of UTF-8.
  package static let valueLimit = 4096
  /// The longest element of a set, in bytes of UTF-8.
  package static let elementLimit = 1024

  func encode(into builder: inout ByteBuilder) {
    switch self {
    case .text(let operations):
      for operation in operations {
        switch operation {
        case .insert(let position, let text):
          builder.append(varint: UInt64(position) << 2)
          builder.append(string: text)
        case .delete(let position, let count):
          builder.append(varint: UInt64(position) << 2 | 1)
          builder.append(count: count)
        case .answer(let hunks):
          builder.append(varint: UInt64(hunks.count) << 2 | 2)
          for hunk in hunks { hunk.encode(into: &builder) }
        case .same:
          builder.append(3)
        }
      }
    case .register(let value):
      builder.append(0)
      builder.append(string: value)
    case .set(let added, let removed):
      let elements = added.map { ($0, UInt8(0)) } + removed.map { ($0, UInt8(1)) }
      for (element, tag) in elements.sorted(by: { $0.0 < $1.0 }) {
        builder.append(tag)
        builder.append(string: element.string)
      }
    case .presence(let presence):
      builder.append(presence.rawValue)
    case .unknown(let bytes):
      builder.append(contentsOf: bytes)
    }
  }

  init(decoding bytes: ArraySlice<UInt8>, family: FieldFamily?) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let understood: Operations? =
      switch family {
      case .text: try Self.text(&cursor)
      case .register: try Self.register(&cursor)
      case .set: try Self.set(&cursor)
      case .presence: try Self.presence(&cursor)
      case .counter, .list, .log, nil: nil
      }
    self = understood ?? .unknown(Array(bytes))
  }

  private static func text(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Operations? {
    var operations: [TextOperation] = []
    repeat {
      let start = cursor
      let head = try cursor.readVarint()
      let position = Int(head >> 2)
      switch head & 3 {
      case 0:
        let text = try cursor.readString(limit: cursor.remaining)
        guard !text.utf8.isEmpty else { throw start.failure(.notCanonical) }
        operations.append(.insert(position: position, text: text))
      case 1:
        let count = try cursor.readCount(limit: Int(Int32.max))
        guard count > 0 else { throw start.failure(.notCanonical) }
        operations.append(.delete(position: position, count: count))
      case 2 where position > 0:
        operations.append(.answer(try hunks(position, &cursor)))
      case 3 where position == 0:
        guard operations.isEmpty else { throw start.failure(.notCanonical) }
        operations.append(.same)
      default:
        return nil
      }
      if operations.count > 1, operations[0] == .same, operations.last?.isDeletion != true {
        throw start.failure(.notCanonical)
      }
    } while !cursor.isAtEnd
    return .text(operations)
  }

  private static func hunks(
    _ count: Int, _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> [HunkID] {
    var hunks: [HunkID] = []
    for _ in 0..<count {
      let start = cursor
      let hunk = try HunkID(decoding: &cursor)
      if let last = hunks.last, hunk <= last { throw start.failure(.notCanonical) }
      hunks.append(hunk)
    }
    return hunks
  }

  private static func register(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Operations? {
    guard try cursor.readByte() == 0 else { return nil }
    let value = try cursor.readString(limit: valueLimit)
    try cursor.requireEnd()
    return .register(value)
  }

  private static func set(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Operations? {
    var added: [ExactString] = []
    var removed: [ExactString] = []
    var last: ExactString?
    repeat {
      let start = cursor
      let tag = try cursor.readByte()
      guard tag <= 1 else { return nil }
      let element = ExactString(try cursor.readString(limit: elementLimit))
      if let last, element <= last { throw start.failure(.notCanonical) }
      guard !element.string.utf8.isEmpty else { throw start.failure(.notCanonical) }
      last = element
      if tag == 0 { added.append(element) } else { removed.append(element) }
    } while !cursor.isAtEnd
    return .set(added: added, removed: removed)
  }

  private static func presence(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Operations? {
    guard let presence = Presence(rawValue: try cursor.readByte()) else { return nil }
    try cursor.requireEnd()
    return .presence(presence)
  }
}

extension TextOperation {
  fileprivate var isDeletion: Bool {
    if case .delete = self { true } else { false }
  }
}
