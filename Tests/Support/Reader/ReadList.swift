internal import AfterwitText
internal import AfterwitVectors

/// What a change does to a list itself (Protocol/4-documents, "Operations of a list").
struct ReadList {
  /// The runs that are put into it, one after another.
  private(set) var puts: [(position: Int, elements: [Bytes], isMove: Bool)] = []
  /// The elements that are removed.
  private(set) var removed: [Bytes] = []
  /// The elements that are brought back.
  private(set) var restored: [Bytes] = []

  /// Reads the operations on the list itself; `nil` where one is not understood.
  init?(_ own: [UInt8]) throws(Refusal) {
    var cursor = PlainCursor(own)
    var lastMark: UInt64 = 0
    while !cursor.isAtEnd {
      let head = try cursor.varint()
      if head % 4 == 3 || head % 4 == 2 && head > 6 { return nil }
      if head % 4 < 2, lastMark > 0 { throw .notCanonical }
      if head % 4 == 2, lastMark >= head { throw .notCanonical }
      let count = try cursor.count(limit: UInt64(cursor.rest.count))
      if count == 0 { throw .notCanonical }
      var elements: [Bytes] = []
      for _ in 0..<count { elements.append(Bytes(try cursor.take(10))) }
      if head % 4 < 2 {
        puts.append((Int(head / 4), elements, head % 4 == 1))
        continue
      }
      lastMark = head
      if !zip(elements, elements.dropFirst()).allSatisfy({ $0 < $1 }) { throw .notCanonical }
      if head == 2 { removed = elements } else { restored = elements }
    }
    let placed = puts.flatMap(\.elements)
    if Set(placed).count < placed.count { throw .notCanonical }
  }

  /// Reads the block of a list: what is done to it, then to fields of its elements.
  static func blocks(
    _ content: [UInt8], of list: ReadField
  ) throws(Refusal) -> [(field: ReadField, edit: ReadEdit)] {
    var cursor = PlainCursor(content)
    let own = try cursor.blob()
    var blocks: [(field: ReadField, edit: ReadEdit)] = []
    if !own.isEmpty { blocks.append((list, try ReadEdit(own, family: 6))) }
    if own.isEmpty, cursor.isAtEnd { throw .truncated }
    while !cursor.isAtEnd {
      let element = Bytes(try cursor.take(10))
      let (name, family) = try ReadChange.name(&cursor, of: ChangeVectors.elementFields)
      let field = ReadField(
        entry: list.entry, element: ReadField.Element(list: list.name, id: element), name: name,
        family: family)
      if let last = blocks.last?.field, last.element != nil, field <= last { throw .notCanonical }
      let content = try cursor.blob()
      if content.isEmpty { throw .truncated }
      let edit: ReadEdit =
        [1, 2, 3, 5].contains(family) ? try ReadEdit(content, family: family) : .notUnderstood
      blocks.append((field, edit))
    }
    return blocks
  }

  /// What it does to the places of the list, each a scalar.
  var operations: [TextOperation] {
    puts.map {
      .insert(position: $0.position, text: String(repeating: ".", count: $0.elements.count))
    }
  }

  /// Whether nothing but places changes.
  var onlyMoves: Bool { removed.isEmpty && restored.isEmpty && puts.allSatisfy(\.isMove) }
}
