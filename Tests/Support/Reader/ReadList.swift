internal import AfterwitVectors

/// What a change does to a list and to the fields of its elements (Protocol/4-documents, "Operations
/// of a list").
struct ReadList {
  /// Whether the operations on the list itself are understood.
  let isUnderstood: Bool
  /// The fields of elements that it changes.
  private(set) var fields: [(element: Bytes, name: Bytes, family: UInt8, edit: ReadEdit)] = []

  init(_ content: [UInt8]) throws(Refusal) {
    var cursor = PlainCursor(content)
    let own = try cursor.blob()
    isUnderstood = own.isEmpty ? true : try Self.isUnderstood(own)
    if own.isEmpty, cursor.isAtEnd { throw .truncated }
    while !cursor.isAtEnd {
      let element = Bytes(try cursor.take(10))
      let (name, family) = try ReadChange.name(&cursor, of: ChangeVectors.elementFields)
      if let last = fields.last, (element, name, family) <= (last.element, last.name, last.family) {
        throw .notCanonical
      }
      let content = try cursor.blob()
      if content.isEmpty { throw .truncated }
      let edit: ReadEdit =
        [1, 2, 3, 5].contains(family) ? try ReadEdit(content, family: family) : .notUnderstood
      fields.append((element, name, family, edit))
    }
  }

  /// Reads the operations on the list itself.
  private static func isUnderstood(_ own: [UInt8]) throws(Refusal) -> Bool {
    var cursor = PlainCursor(own)
    var placed: [Bytes] = []
    var lastMark: UInt64 = 0
    while !cursor.isAtEnd {
      let head = try cursor.varint()
      if head % 4 == 3 || head % 4 == 2 && head > 6 { return false }
      if head % 4 < 2, lastMark > 0 { throw .notCanonical }
      if head % 4 == 2, lastMark >= head { throw .notCanonical }
      let count = try cursor.count(limit: UInt64(cursor.rest.count))
      if count == 0 { throw .notCanonical }
      var elements: [Bytes] = []
      for _ in 0..<count { elements.append(Bytes(try cursor.take(10))) }
      if head % 4 < 2 {
        placed += elements
      } else {
        lastMark = head
        if !zip(elements, elements.dropFirst()).allSatisfy({ $0 < $1 }) { throw .notCanonical }
      }
    }
    if Set(placed).count < placed.count { throw .notCanonical }
    return true
  }
}
