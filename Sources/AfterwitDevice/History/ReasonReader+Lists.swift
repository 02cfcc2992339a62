internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension ReasonReader {
  /// Why each item of a list stands where it does; with its fields where the list was asked about.
  mutating func listReasons(
    _ key: FieldKey, _ list: ListField, _ asked: AskedField
  ) throws -> [Reason] {
    var reasons: [Reason] = []
    for (id, _) in list.elements {
      let element = ListElement(list: key.field, id: id)
      guard content.element(element)?.presence?.isHidden != true || asked.field != nil else {
        continue
      }
      reasons += try presenceReasons(of: element) + placeReasons(of: element)
      guard asked.field != nil else { continue }
      reasons += try itemFieldReasons(element)
    }
    return reasons
  }

  /// Who put an item where it stands.
  mutating func placeReasons(of element: ListElement) throws -> [Reason] {
    let list = FieldKey(entry: entry, field: element.list)
    let puts = try standing(on: list).filter { placed in
      guard case .list(let edits)? = placed.change.operations(on: list) else { return false }
      return edits.puts.contains { $0.elements.contains(element.id) }
    }
    let indices = puts.map(\.stamp.index)
    let current = try shelf.maximal(among: indices, atOrBefore: indices)
    let greatest = puts.filter { current.contains($0.stamp.index) }.sorted {
      ($0.stamp.timestamp, $0.stamp.order.envelope) > ($1.stamp.timestamp, $1.stamp.order.envelope)
    }
    guard let counts = greatest.first else { return [] }
    let isMove =
      if case .list(let edits)? = counts.change.operations(on: list) {
        edits.puts.contains { $0.isMove && $0.elements.contains(element.id) }
      } else { false }
    let key = FieldKey(entry: entry, element: element, field: .presence)
    var found = reason(greatest.count > 1 ? .movedApart : isMove ? .moved : .added, of: key)
    found.by = try saying(at: counts.stamp.index)
    found.beside = try greatest.dropFirst().flatMap { try saying(at: $0.stamp.index) }
    return [found]
  }
}
