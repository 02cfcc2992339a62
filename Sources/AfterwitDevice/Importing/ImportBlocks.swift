internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitExchange
internal import AfterwitJournal
internal import AfterwitText
internal import AfterwitWire

/// The blocks that make an imported entry.
struct ImportBlocks {
  let entry: EntryID
  /// The blocks, in no order.
  private(set) var blocks: [Change.Block] = []
  /// About how many bytes they take in a change.
  private(set) var byteCount = 0

  /// The blocks of an entry that is not there.
  init(_ entry: EntryID, _ imported: ImportedEntry, version: String, shapes: ImportShapes) {
    self.entry = entry
    add(.kind, .register(imported.kind.rawValue), bytes: 12)
    if let occasion = imported.occasion {
      add(shapes.occasion, .register(occasion), bytes: occasion.utf8.count)
    }
    for (field, value) in imported.values {
      add(
        field,
        field.family == .text ? .text([.insert(position: 0, text: value)]) : .register(value),
        bytes: value.utf8.count)
    }
    let all = imported.elements + imported.givenTags.map { (shapes.tags, $0) }
    for (field, elements) in Dictionary(grouping: all, by: \.field) {
      let added = Set(elements.map { ExactString($0.value) }).sorted()
      add(
        field, .set(added: added, removed: []),
        bytes: added.reduce(0) { $0 + $1.string.utf8.count + 2 })
    }
    if let (field, sum) = imported.count { add(field, .counter(sum), bytes: 8) }
    for (list, items) in Dictionary(grouping: imported.items, by: \.list) {
      add(list, items, of: imported.kind, shapes)
    }
    add(
      .imported, .set(added: [ExactString(version)], removed: []), bytes: version.utf8.count)
  }

  private mutating func add(_ field: FieldName, _ operations: Operations, bytes: Int) {
    blocks.append(
      Change.Block(key: FieldKey(entry: entry, field: field), operations: operations))
    byteCount += bytes + 32
  }

  private mutating func add(
    _ name: String, _ items: [SourceEntry.Item], of kind: Kind, _ shapes: ImportShapes
  ) {
    guard let list = shapes.list(name, of: kind) else { return }
    var ids: [ElementID] = []
    for (number, item) in items.enumerated() {
      guard let id = own(item) ?? elementID(of: name, number) else { continue }
      ids.append(id)
      let element = ListElement(list: list.name, id: id)
      for field in item.fields {
        guard let definition = list.field(named: field.name),
          let value = item.id != nil ? field.value : shapes.normalized(field.value, in: definition),
          !value.isEmpty || item.id != nil && definition.name.family == .register
        else { continue }
        blocks.append(
          Change.Block(
            key: FieldKey(entry: entry, element: element, field: definition.name),
            operations: definition.name.family == .text
              ? .text([.insert(position: 0, text: value)]) : .register(value)))
        byteCount += value.utf8.count + 48
      }
    }
    let put = ListEdits.Put(position: 0, elements: ids, isMove: false)
    add(list.name, .list(ListEdits(puts: [put])), bytes: ids.count * 10)
  }

  /// The id that an element has already, where it is one of Afterwit.
  private func own(_ item: SourceEntry.Item) -> ElementID? {
    guard let text = item.id, let range = ElementID.range(ofTextPrefix: text),
      range.lowerBound == range.upperBound
    else { return nil }
    return range.lowerBound
  }

  /// The id of an element, the same on every machine that imports the entry.
  private func elementID(of list: String, _ number: Int) -> ElementID? {
    var builder = ByteBuilder()
    builder.append(contentsOf: entry.bytes)
    builder.append(string: list)
    builder.append(count: number)
    return ElementID(Domain.imported.hash(builder.bytes).prefix(ElementID.byteCount))
  }
}
