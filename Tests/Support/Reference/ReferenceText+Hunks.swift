internal import AfterwitDocument
internal import AfterwitText

/// A hunk by its event and its number there.
public struct ReferencePlace: Hashable, Sendable {
  let event: Int
  let number: Int
}

/// The items of a hunk, as nodes of the tree, in the order of the sequence.
struct ReferenceGroup: Sendable {
  /// All of them, for an answer those of the hunks it names too.
  var items: [Int]
  /// Those that its change inserted or deleted.
  var own: [Int]
  /// The hunks that an answer names, where it is one's.
  var named: Set<HunkID>?
  /// The hunks that it writes into.
  var writesInto: Set<ReferencePlace> = []
}

extension ReferenceText {
  /// Finds the hunks of all events so far.
  mutating func findGroups() {
    while groups.count < events.count { keep(groups(of: groups.count)) }
  }

  /// The hunks of an event, by number, with those that they write into.
  private func groups(of event: Int) -> [ReferenceGroup] {
    if events[event].operations.contains(.same) { return [] }
    let everything = sequence(knowing: events.map { _ in true })
    let places = Dictionary(uniqueKeysWithValues: everything.enumerated().map { ($1, $0) })
    let isBefore = { (left: Int, right: Int) in places[left, default: 0] < places[right, default: 0]
    }
    let surviving = shown(everything, knowing: union(of: events[event].parents))
      .filter { nodes[$0].deleters[event] == nil }
    var own = everything.filter { node in
      (nodes[node].event == event) != (nodes[node].deleters[event] != nil)
    }
    let answers = takeAnswers(of: event, from: &own, before: isBefore)
    var found: [ReferenceGroup] = []
    for node in own {
      if let last = found.last?.own.last,
        !surviving.contains(where: { isBefore(last, $0) && isBefore($0, node) })
      {
        found[found.count - 1].own.append(node)
      } else {
        found.append(ReferenceGroup(items: [], own: [node]))
      }
      found[found.count - 1].items = found[found.count - 1].own
    }
    return (found + answers).map { group in
      var group = group
      group.writesInto = writtenInto(by: group, of: event, amid: surviving, before: isBefore)
      return group
    }
  }

  /// The hunks of an event's answers; their own items are taken out of the others.
  private func takeAnswers(
    of event: Int, from own: inout [Int], before isBefore: (Int, Int) -> Bool
  ) -> [ReferenceGroup] {
    let operations = events[event].operations
    var answers: [ReferenceGroup] = []
    for (place, operation) in operations.enumerated() {
      guard case .answer(let names) = operation else { continue }
      let named = names.filter { group(named: $0, seenBy: event) != nil }
      if named.isEmpty { continue }
      let edits = operations[(place + 1)...].prefix { !$0.isAnswer }.indices
      let taken = own.filter { node in
        edits.contains(nodes[node].deleters[event] ?? nodes[node].operation)
      }
      own.removeAll { taken.contains($0) }
      let items = named.compactMap { group(named: $0, seenBy: event) }.flatMap(\.items) + taken
      answers.append(
        ReferenceGroup(items: Set(items).sorted(by: isBefore), own: taken, named: Set(named)))
    }
    return answers
  }

  private func group(named id: HunkID, seenBy event: Int) -> ReferenceGroup? {
    let maker = groups.indices.first {
      events[$0].order.envelope == id.envelope && knowledge[event][$0]
    }
    return maker.flatMap { id.number < groups[$0].count ? groups[$0][id.number] : nil }
  }

  /// A hunk that inserts writes into those that inserted what it deletes, and into one that inserted
  /// what survives on both sides of what it inserts, unless that is whole lines (AW-DOC-52).
  private func writtenInto(
    by group: ReferenceGroup, of event: Int, amid surviving: [Int],
    before isBefore: (Int, Int) -> Bool
  ) -> Set<ReferencePlace> {
    let inserted = group.own.filter { nodes[$0].event == event }
    let deleted = group.own.filter { nodes[$0].event != event }
    guard let first = inserted.first, let last = inserted.last else { return [] }
    var found = Set(deleted.compactMap { hunk(inserting: $0) })
    let known = knowledge[event] + [Bool](repeating: false, count: events.count - event - 1)
    let left = shown(sequence(knowing: known), knowing: known)
    let isParagraph =
      group.named == nil && deleted.isEmpty
      && ReferenceUnits.specified.isParagraph(
        inserted.map { nodes[$0].scalar },
        before: left.last { isBefore($0, first) }.map { nodes[$0].scalar },
        behind: left.first { isBefore(last, $0) }.map { nodes[$0].scalar })
    for node in inserted where !isParagraph {
      if let before = surviving.last(where: { isBefore($0, node) }),
        let behind = surviving.first(where: { isBefore(node, $0) }),
        let hunk = hunk(inserting: before), hunk == self.hunk(inserting: behind)
      {
        found.insert(hunk)
      }
    }
    return found
  }

  private func hunk(inserting node: Int) -> ReferencePlace? {
    let event = nodes[node].event
    return groups[event].firstIndex { $0.own.contains(node) }
      .map { ReferencePlace(event: event, number: $0) }
  }
}

extension TextOperation {
  fileprivate var isAnswer: Bool {
    if case .answer = self { true } else { false }
  }
}
