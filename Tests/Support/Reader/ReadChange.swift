internal import AfterwitVectors

/// A field of an entry, or of an element of one of its lists.
struct ReadField: Hashable, Comparable {
  /// An element of a list.
  struct Element: Hashable {
    var list: Bytes
    var id: Bytes
  }

  var entry: Bytes
  var element: Element?
  var name: Bytes
  var family: UInt8

  /// Whether it tells what an entry is.
  var isKind: Bool { element == nil && name == Bytes("kind") && family == 2 }

  /// Orders the fields of an entry; those of elements, by list and element, come behind.
  static func < (left: Self, right: Self) -> Bool {
    let (one, other) = (left.element, right.element)
    guard left.entry == right.entry else { return left.entry < right.entry }
    guard one == other else {
      guard let one else { return true }
      guard let other else { return false }
      return (one.list, one.id) < (other.list, other.id)
    }
    return (left.name, left.family) < (right.name, right.family)
  }
}

/// When a change was made, and on what.
struct ReadPrefix {
  let timestamp: UInt64
  /// Whether the envelope before it in its log is a parent.
  let isFlagged: Bool
  /// The other parents.
  let parents: [Bytes]

  init(_ cursor: inout PlainCursor) throws(Refusal) {
    timestamp = try cursor.integer(8)
    let head = try cursor.count(limit: 513)
    isFlagged = head % 2 == 1
    var parents: [Bytes] = []
    for _ in 0..<head / 2 {
      let parent = Bytes(try cursor.take(32))
      if parent.array.allSatisfy({ $0 == 0 }) { throw .unknownValue }
      if let last = parents.last, parent <= last { throw .notCanonical }
      parents.append(parent)
    }
    self.parents = parents
  }
}

/// The body of a change (Protocol/4-documents, "The body of a change").
struct ReadChange {
  let prefix: ReadPrefix
  let blocks: [(field: ReadField, edit: ReadEdit)]

  init(_ body: [UInt8]) throws(Refusal) {
    var cursor = PlainCursor(body)
    prefix = try ReadPrefix(&cursor)
    var blocks: [(field: ReadField, edit: ReadEdit)] = []
    var last: ReadField?
    repeat {
      let entry = Bytes(try cursor.take(10))
      let (name, family) = try Self.name(&cursor, of: ChangeVectors.fields)
      let field = ReadField(entry: entry, name: name, family: family)
      if let last, field <= last { throw .notCanonical }
      last = field
      let content = try cursor.blob()
      if content.isEmpty { throw .truncated }
      if family == 6 {
        blocks += try ReadList.blocks(content, of: field)
      } else {
        blocks.append((field, try ReadEdit(content, family: family)))
      }
    } while !cursor.isAtEnd
    self.blocks = blocks
    if blocks.count > 1, undone != nil { throw .notCanonical }
  }

  /// The ids of what it takes back; nothing for a change of its own.
  var undone: [Bytes]? {
    for case (_, .undo(let names)) in blocks { return names }
    return nil
  }

  /// Reads the name of a field, and its family.
  static func name(
    _ cursor: inout PlainCursor, of table: [(String, Int)]
  ) throws(Refusal) -> (Bytes, UInt8) {
    let code = try cursor.count(limit: UInt64(table.count))
    if code > 0 { return (Bytes(table[code - 1].0), UInt8(table[code - 1].1)) }
    let name = Bytes(try cursor.string(limit: 128))
    if name.array.isEmpty { throw .unknownValue }
    if table.contains(where: { Bytes($0.0) == name }) { throw .notCanonical }
    return (name, try cursor.take(1)[0])
  }
}
