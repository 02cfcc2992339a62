internal import AfterwitEncoding
internal import AfterwitText

/// What a change does to a field (Protocol/4-documents, "Families").
enum ReadEdit {
  case text([TextOperation])
  case register(Bytes)
  case set([(element: Bytes, isAdded: Bool)])
  case presence(UInt8)
  case counter(Int)
  case list(ReadList)
  /// The ids of the envelopes that are taken back.
  case undo([Bytes])
  case notUnderstood

  init(_ content: [UInt8], family: UInt8) throws(Refusal) {
    var cursor = PlainCursor(content)
    let read: ReadEdit? =
      switch family {
      case 1: try Self.text(&cursor)
      case 2: try Self.register(&cursor)
      case 3: try Self.set(&cursor)
      case 4: try Self.presence(&cursor)
      case 5: try Self.counter(&cursor)
      case 6: try ReadList(content).map { ReadEdit.list($0) }
      case 8: try Self.undo(&cursor)
      default: nil
      }
    self = read ?? .notUnderstood
  }

  private static func text(_ cursor: inout PlainCursor) throws(Refusal) -> ReadEdit? {
    var operations: [TextOperation] = []
    while !cursor.isAtEnd {
      let head = try cursor.varint()
      let position = Int(head / 4)
      if operations.first == .same, head % 4 != 1 {
        // Only deletions follow; what is not understood is told before that.
        if head == 2 || head % 4 == 3 && head != 3 { return nil }
        throw .notCanonical
      }
      switch head % 4 {
      case 0:
        let text = try cursor.string()
        if text.isEmpty { throw .notCanonical }
        operations.append(.insert(position: position, text: text))
      case 1:
        let count = try cursor.count(limit: 2_147_483_647)
        if count == 0 { throw .notCanonical }
        operations.append(.delete(position: position, count: count))
      case 2 where position > 0: operations.append(.answer(try hunks(position, &cursor)))
      case 3 where position == 0:
        if !operations.isEmpty { throw .notCanonical }
        operations.append(.same)
      default: return nil
      }
    }
    return .text(operations)
  }

  private static func hunks(
    _ count: Int, _ cursor: inout PlainCursor
  ) throws(Refusal) -> [HunkID] {
    var found: [HunkID] = []
    while found.count < count {
      let envelope = EnvelopeID(try cursor.take(32)) ?? .zero
      let hunk = HunkID(envelope: envelope, number: try cursor.count(limit: 2_147_483_647))
      if let last = found.last, hunk <= last { throw .notCanonical }
      found.append(hunk)
    }
    return found
  }

  private static func register(_ cursor: inout PlainCursor) throws(Refusal) -> ReadEdit? {
    if try cursor.take(1) != [0] { return nil }
    let value = try cursor.string(limit: 4096)
    try cursor.requireEnd()
    return .register(Bytes(value))
  }

  private static func set(_ cursor: inout PlainCursor) throws(Refusal) -> ReadEdit? {
    var found: [(element: Bytes, isAdded: Bool)] = []
    while !cursor.isAtEnd {
      let tag = try cursor.take(1)[0]
      if tag > 1 { return nil }
      let element = Bytes(try cursor.string(limit: 1024))
      if element.array.isEmpty { throw .notCanonical }
      if let last = found.last, element <= last.element { throw .notCanonical }
      found.append((element, tag == 0))
    }
    return .set(found)
  }

  private static func presence(_ cursor: inout PlainCursor) throws(Refusal) -> ReadEdit? {
    let mark = try cursor.take(1)[0]
    if mark > 1 { return nil }
    try cursor.requireEnd()
    return .presence(mark)
  }

  private static func counter(_ cursor: inout PlainCursor) throws(Refusal) -> ReadEdit? {
    if try cursor.take(1) != [0] { return nil }
    let amount = try cursor.count(limit: 2_147_483_647)
    if amount == 0 { throw .notCanonical }
    try cursor.requireEnd()
    return .counter(amount)
  }

  private static func undo(_ cursor: inout PlainCursor) throws(Refusal) -> ReadEdit? {
    if try cursor.take(1) != [0] { return nil }
    var names: [Bytes] = []
    repeat {
      let name = Bytes(try cursor.take(32))
      if let last = names.last, name <= last { throw .notCanonical }
      names.append(name)
    } while !cursor.isAtEnd
    return .undo(names)
  }
}
