internal import AfterwitText

/// What of a version is taken back.
public struct ReferenceVoid: Sendable {
  /// The events that others of the version take back, which are not taken back themselves.
  public var events: Set<Int>
  /// The hunks of these that stand nevertheless.
  var kept: Set<ReferencePlace> = []

  /// Whether a hunk counts.
  func stands(_ hunk: ReferencePlace) -> Bool {
    !events.contains(hunk.event) || kept.contains(hunk)
  }
}

extension ReferenceText {
  /// What of a version is taken back.
  func void(knowing known: [Bool]) -> ReferenceVoid {
    var void = ReferenceVoid(events: voidEvents(knowing: known))
    for event in void.events.sorted(by: >) where event < groups.count {
      for number in groups[event].indices {
        let hunk = ReferencePlace(event: event, number: number)
        let isKept = groups.indices.contains { writer in
          known[writer]
            && groups[writer].enumerated().contains { place, group in
              group.writesInto.contains(hunk)
                && void.stands(ReferencePlace(event: writer, number: place))
            }
        }
        if isKept { void.kept.insert(hunk) }
      }
    }
    return void
  }

  /// Whether what an event did to a scalar counts.
  func counts(_ event: Int, on node: Int, void: ReferenceVoid) -> Bool {
    !void.events.contains(event)
      || void.kept.contains { $0.event == event && groups[event][$0.number].own.contains(node) }
  }

  /// Whether an event's deletion of a scalar counts.
  func deletes(_ event: Int, _ node: Int, void: ReferenceVoid) -> Bool {
    counts(event, on: node, void: void)
      && !(nodes[node].kept[event].map { !$0.contains(where: void.stands) } ?? false)
  }

  private func voidEvents(knowing known: [Bool]) -> Set<Int> {
    let undos = events.indices.filter { known[$0] && !events[$0].undone.isEmpty }
    func isVoid(_ event: Int) -> Bool {
      undos.contains { undo in
        event < undo && knowledge[undo][event] && events[undo].undone.contains(event)
          && !isVoid(undo)
      }
    }
    return undos.isEmpty ? [] : Set(events.indices.filter { known[$0] && isVoid($0) })
  }

  /// Finds who wrote what was kept of all that was taken out because it stood twice (AW-DOC-51): once
  /// something is taken back for the first time, and of what is taken out later.
  mutating func findKept(by event: TextEvent) {
    let isFirst = !event.undone.isEmpty && events.dropLast().allSatisfy { $0.undone.isEmpty }
    if isFirst {
      for place in events.indices where events[place].operations.first == .same {
        findKept(at: place)
      }
    } else if event.operations.first == .same, events.contains(where: { !$0.undone.isEmpty }) {
      findKept(at: events.count - 1)
    }
  }

  private mutating func findKept(at taker: Int) {
    let reviews = ReferenceReviews(events: Array(events[..<taker]), findingParts: false)
    var seen = knowledge[taker]
    seen[taker] = false
    seen += [Bool](repeating: false, count: events.count - seen.count)
    let void = void(knowing: seen)
    for hunk in reviews.hunks.joined() {
      let kept = reviews.twins.flatMap { [($0.first, $0.second), ($0.second, $0.first)] }
        .filter { $0.0 == hunk.id }.compactMap { reviews.hunk($0.1) }
        .filter { $0.inserted[0] < hunk.inserted[0] && seen[$0.event] && void.stands($0.place) }
      let taken = hunk.inserted.map { reviews.items[$0].node }.filter {
        nodes[$0].deleters[taker] != nil
      }
      for node in taken where !kept.isEmpty {
        keep(Set(kept.map(\.place)), ofWhat: taker, tookOut: node)
      }
    }
  }
}
