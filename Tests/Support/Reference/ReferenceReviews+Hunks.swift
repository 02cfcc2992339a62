internal import AfterwitDocument
internal import AfterwitText

extension ReferenceReviews {
  /// The hunks of an event, by number, once those of its ancestors are known.
  func hunks(of event: Int) -> [ReferenceHunk] {
    if events[event].operations.contains(.same) { return [] }
    let surviving = shown(at: ancestors[event]).filter { items[$0].deleters[event] == nil }
    var own = items.indices.filter { item in
      (items[item].inserter == event) != (items[item].deleters[event] != nil)
    }
    var answers: [(items: [Int], own: [Int], named: Set<HunkID>?)] = []
    let operations = events[event].operations
    for (place, operation) in operations.enumerated() {
      guard case .answer(let names) = operation else { continue }
      let named = names.compactMap { hunk($0) }.filter { ancestors[event].contains($0.event) }
      if named.isEmpty { continue }
      let edits = operations[(place + 1)...].prefix { !$0.isAnswer }.indices
      let taken = own.filter { item in
        edits.contains(items[item].deleters[event] ?? items[item].insertion)
      }
      own.removeAll { taken.contains($0) }
      let all = Set(named.flatMap(\.items) + taken).sorted()
      answers.append((all, taken, Set(named.map(\.id))))
    }
    var groups: [[Int]] = []
    for item in own {
      if let last = groups.last?.last, !surviving.contains(where: { last < $0 && $0 < item }) {
        groups[groups.count - 1].append(item)
      } else {
        groups.append([item])
      }
    }
    let all = groups.map { (items: $0, own: $0, named: Set<HunkID>?.none) } + answers
    return all.enumerated().map { number, group in
      hunk(of: event, number: number, items: group.items, own: group.own, named: group.named)
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
    let before = itemBefore.map { items[$0].scalar } ?? "\n"
    let behind = itemBehind.map { items[$0].scalar } ?? "\n"
    let begins = text.first.map(table.endsLine) ?? false
    let isBehindLine = table.endsLine(before) && text.last == "\n"
    let isBeforeLine = table.endsLine(behind) && begins
    let isParagraph = named == nil && deleted.isEmpty && (isBehindLine || isBeforeLine)
    var leansOn: Int?
    if isParagraph, isBehindLine, !begins { leansOn = itemBefore }
    if isParagraph, isBeforeLine, text.last != "\n" { leansOn = itemBehind }
    return ReferenceHunk(
      id: HunkID(envelope: events[event].order.envelope, number: number), event: event,
      items: group, deleted: deleted, inserted: inserted, text: text, named: named,
      isParagraph: isParagraph, leansOn: leansOn,
      next: isParagraph && begins && text.last != "\n" ? itemBehind ?? items.count : nil)
  }
}

extension TextOperation {
  fileprivate var isAnswer: Bool {
    if case .answer = self { true } else { false }
  }
}
