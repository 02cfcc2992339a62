internal import AfterwitDocument
internal import AfterwitText

extension ReferenceReviews {
  /// The hunks of an event, by number.
  func hunks(of event: Int) -> [ReferenceHunk] {
    let places = Dictionary(uniqueKeysWithValues: items.indices.map { (items[$0].node, $0) })
    return text.groups[event].enumerated().map { number, group in
      hunk(
        of: event, number: number, items: group.items.compactMap { places[$0] },
        own: group.own.compactMap { places[$0] }, named: group.named)
    }
  }

  private func hunk(
    of event: Int, number: Int, items group: [Int], own: [Int], named: Set<HunkID>?
  ) -> ReferenceHunk {
    let inserted = own.filter { items[$0].inserter == event }
    let deleted = own.filter { items[$0].deleters[event] != nil }
    let text = inserted.map { items[$0].scalar }
    let left = shown(at: version(of: event))
    let itemBefore = left.last { $0 < group[0] }
    let itemBehind = left.first { $0 > group[group.count - 1] }
    let before = itemBefore.map { items[$0].scalar }
    let begins = text.first.map(table.endsLine) ?? false
    let isBehindLine = table.endsLine(before ?? "\n") && text.last == "\n"
    let isParagraph =
      named == nil && deleted.isEmpty
      && table.isParagraph(text, before: before, behind: itemBehind.map { items[$0].scalar })
    var leansOn: Int?
    if isParagraph, isBehindLine, !begins { leansOn = itemBefore }
    if isParagraph, begins, text.last != "\n" { leansOn = itemBehind }
    return ReferenceHunk(
      id: HunkID(envelope: events[event].order.envelope, number: number),
      place: ReferencePlace(event: event, number: number), items: group, deleted: deleted,
      inserted: inserted, text: text, named: named,
      isParagraph: isParagraph, leansOn: leansOn,
      next: isParagraph && begins && text.last != "\n" ? itemBehind ?? items.count : nil)
  }
}
