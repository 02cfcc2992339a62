internal import AfterwitText

extension ReferenceText {
  /// The events of a version that others of it take back, which are not taken back themselves.
  func void(knowing known: [Bool]) -> Set<Int> {
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
        .filter { $0.inserted[0] < hunk.inserted[0] && seen[$0.event] && !void.contains($0.event) }
      let taken = hunk.inserted.map { reviews.items[$0].node }.filter {
        nodes[$0].deleters[taker] != nil
      }
      for node in taken where !kept.isEmpty {
        keep(Set(kept.map(\.event)), ofWhat: taker, tookOut: node)
      }
    }
  }
}
