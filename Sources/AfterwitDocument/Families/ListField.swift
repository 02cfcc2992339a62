internal import AfterwitCausality
public import AfterwitEncoding
internal import AfterwitText

// A list is a row of places. Who adds or moves elements puts new places into the row, and nobody ever
// takes one out: so places are ordered by the very rules that order the scalars of a text, and the
// engine of texts keeps them, a scalar for each place.
//
// An element stands at the place that was given to it last. That is a register of places: a placing
// goes when somebody who had seen it places the element anew, and of those that are left the greatest
// by (timestamp, envelope id) counts. So an element that was moved on two machines stands once, and a
// run that was moved as one stays together. Places at which no element stands are vacant; positions
// count them all the same.
//
// Whether an element is there at all, and what its fields hold, is kept beside the list, by its id.

/// The elements of a list in their order.
public struct ListField: Hashable, Sendable {
  private(set) var row: ListRow
  /// The events that no other event of the field descends from, ascending.
  public private(set) var heads: [TextField.Head]
  /// How many events the field's history has.
  public private(set) var eventCount: Int

  /// A list that nobody has touched.
  public init() {
    self.init(row: ListRow(), heads: [], eventCount: 0)
  }

  init(row: ListRow, heads: [TextField.Head], eventCount: Int) {
    self.row = row
    self.heads = heads
    self.eventCount = eventCount
  }

  /// How many places there are, vacant ones too.
  public var placeCount: Int { row.count }

  /// The elements in their order, each once, whether they were removed or not; each with its place.
  /// - Complexity: O(*places*), of which most that are vacant count as one.
  public var elements: [(element: ElementID, position: Int)] { row.placed }
}

extension ListField: Family {
  var value: FieldState.Value { .list(self) }

  init?(_ value: FieldState.Value) {
    guard case .list(let list) = value else { return nil }
    self = list
  }

  static func operations(_ edits: ListEdits) -> Operations { .list(edits) }

  static func edits(in operations: Operations) -> ListEdits? {
    if case .list(let edits) = operations { edits } else { nil }
  }

  static func encode(_ edits: ListEdits, into builder: inout ByteBuilder) {
    edits.encode(into: &builder)
  }

  static func decodeEdits(_ cursor: inout ByteCursor) throws(DecodingFailure) -> ListEdits? {
    try ListEdits(decoding: &cursor)
  }

  mutating func merge(_ edits: ListEdits, at site: MergeSite, on shelf: inout some FieldShelf)
    throws
    -> MergedHistory?
  {
    guard !edits.puts.isEmpty else { return nil }
    var insertions = edits.puts.map(\.insertion)
    var basis = try site.basis(of: heads, giving: row.text, on: &shelf)
    if basis.history == nil {
      try TextMisfit.check(insertions, length: row.count)
    } else if let patches = try basis.history?.appendUnread(
      TextEvent(order: site.stamp.order, parents: basis.parents, operations: insertions),
      index: site.stamp.index)
    {
      insertions = patches
    }
    let elements = edits.puts.flatMap(\.elements)
    try row.leave(elements) { try site.covers($0.index, on: &shelf) }
    row.put(elements, by: site.stamp, at: insertions)
    heads.removeAll { basis.parents.contains($0.position) }
    heads.append(TextField.Head(position: eventCount, index: site.stamp.index))
    eventCount += 1
    return MergedHistory(parents: basis.parents, history: basis.history, twins: [])
  }

  var view: FieldView? {
    let elements = elements.map { ElementView(id: $0.element) }
    return elements.isEmpty ? nil : .list(elements)
  }

  static func encode(shown elements: [ElementView], into builder: inout ByteBuilder) {
    builder.append(count: elements.count)
    for element in elements { element.encode(into: &builder) }
  }

  static func decodeView(_ cursor: inout ByteCursor) throws(DecodingFailure) -> FieldView {
    var elements: [ElementView] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      elements.append(try ElementView(decoding: &cursor))
    }
    return .list(elements)
  }

  func openParts(of field: FieldName) -> [OpenPart] { [] }
}
