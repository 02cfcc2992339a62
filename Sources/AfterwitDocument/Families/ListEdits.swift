public import AfterwitEncoding
internal import AfterwitText

/// What a change does to the elements of a list as such: where they stand, and whether they are there.
public struct ListEdits: Hashable, Sendable {
  /// A run of elements that is put at one place.
  public struct Put: Hashable, Sendable {
    /// How many places of the list, vacant ones too, stand before it.
    public let position: Int
    /// The elements, in their order; at least one.
    public let elements: [ElementID]
    /// Whether they were in the list before: then this is no more than a move.
    public let isMove: Bool

    /// A put of given parts.
    public init(position: Int, elements: [ElementID], isMove: Bool) {
      self.position = position
      self.elements = elements
      self.isMove = isMove
    }
  }

  /// The runs that are put, one after another; no element is in two.
  public let puts: [Put]
  /// The elements that are removed, ascending.
  public let removed: [ElementID]
  /// The elements that are brought back, ascending.
  public let restored: [ElementID]

  /// Edits of given parts, brought into canonical order.
  public init(puts: [Put] = [], removed: [ElementID] = [], restored: [ElementID] = []) {
    self.puts = puts
    self.removed = removed.sorted()
    self.restored = restored.sorted()
  }

  /// Whether nothing but places changes.
  var onlyMoves: Bool { removed.isEmpty && restored.isEmpty && puts.allSatisfy(\.isMove) }

  /// What becomes of each element but its place, in no order.
  var touches: [(element: ElementID, touch: Presence.Touch)] {
    puts.filter { !$0.isMove }.flatMap(\.elements).map { ($0, .edit) }
      + restored.map { ($0, .restoration) } + removed.map { ($0, .deletion) }
  }
}

extension ListEdits.Put {
  /// The put as an insertion into a text in which each place of the row is a scalar of one byte.
  var insertion: TextOperation {
    .insert(position: position, text: String(repeating: ".", count: elements.count))
  }
}

// Protocol/4-documents, "Operations of a list". Puts come first, then what is removed, then what is
// brought back.
extension ListEdits {
  func encode(into builder: inout ByteBuilder) {
    for put in puts {
      builder.append(varint: UInt64(put.position) << 2 | (put.isMove ? 1 : 0))
      builder.append(put.elements)
    }
    for (head, elements) in [(UInt8(2), removed), (6, restored)] where !elements.isEmpty {
      builder.append(head)
      builder.append(elements)
    }
  }

  /// Reads the operations of one change to the end, or `nil` where one has a form that is not known.
  init?(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    var puts: [Put] = []
    var marks: [(head: UInt64, elements: [ElementID])] = []
    repeat {
      let start = cursor
      let head = try cursor.readVarint()
      switch head & 3 {
      case 0, 1:
        guard marks.isEmpty else { throw start.failure(.notCanonical) }
        let elements = try cursor.readElements()
        puts.append(Put(position: Int(head >> 2), elements: elements, isMove: head & 1 == 1))
      case 2 where head <= 6:
        guard marks.last.map({ $0.head < head }) ?? true else {
          throw start.failure(.notCanonical)
        }
        let elements = try cursor.readElements()
        guard zip(elements, elements.dropFirst()).allSatisfy({ $0 < $1 }) else {
          throw start.failure(.notCanonical)
        }
        marks.append((head, elements))
      default:
        return nil
      }
    } while !cursor.isAtEnd
    guard Self.areApart(puts) else { throw cursor.failure(.notCanonical) }
    self.init(
      puts: puts, removed: marks.first { $0.head == 2 }?.elements ?? [],
      restored: marks.first { $0.head == 6 }?.elements ?? [])
  }
}

extension ListEdits {
  /// Whether no element is in two runs, nor twice in one.
  private static func areApart(_ puts: [Put]) -> Bool {
    let count = puts.reduce(0) { $0 + $1.elements.count }
    return count < 2 || Set(puts.flatMap(\.elements)).count == count
  }
}

extension ByteBuilder {
  fileprivate mutating func append(_ elements: [ElementID]) {
    append(count: elements.count)
    for element in elements { append(contentsOf: element.bytes) }
  }
}

extension ByteCursor {
  /// Reads a count, at least 1, and as many elements.
  fileprivate mutating func readElements() throws(DecodingFailure) -> [ElementID] {
    let start = self
    let count = try readCount(limit: remaining)
    guard count > 0 else { throw start.failure(.notCanonical) }
    var elements: [ElementID] = []
    for _ in 0..<count { elements.append(try readIdentifier()) }
    return elements
  }
}
