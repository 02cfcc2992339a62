package import AfterwitCausality
package import AfterwitDocument
package import AfterwitEncoding
package import AfterwitText

/// Fields in memory, with the causal graph of all changes that were admitted.
package struct FieldMemoryShelf: ChangeShelf {
  /// A change that has its place, and its operations unless they could not be read.
  package struct Placed {
    package let stamp: ChangeStamp
    package let change: Change?
  }

  package private(set) var presences: [FieldKey: Presence] = [:]
  package private(set) var states: [FieldKey: FieldState] = [:]
  package private(set) var graph = CausalGraph()
  package private(set) var placed: [Placed] = []
  /// The histories that merges have kept; `nil` for one that is handed over.
  private var kept: [FieldKey: FieldHistory?] = [:]
  private var events: [FieldKey: [(index: Int, parents: [Int])]] = [:]
  private var undone = Undos()

  /// A shelf on which nothing lies.
  package init() {}

  /// Gives a change its place in the graph.
  package mutating func place(_ change: Change?, stamp: ChangeStamp) {
    graph.append(parents: stamp.parents)
    placed.append(Placed(stamp: stamp, change: change))
  }

  /// Does what the end of a transaction does: only the stored bytes are left.
  package mutating func reload() throws {
    deriveParts()
    kept = [:]
    states = try states.mapValues { try FieldState(decoding: $0.bytes) }
    presences = try presences.mapValues { try Presence(decoding: $0.bytes) }
  }

  /// Derives which parts of reviews are open, where that has changed.
  package mutating func deriveParts() {
    for (key, state) in states {
      guard case .text(var field) = state.value, field.isReviewStale else { continue }
      let history = history(of: key)
      history.deriveParts(of: &field)
      kept[key] = history
      states[key] = FieldState(value: .text(field), notUnderstood: state.notUnderstood)
    }
  }

  /// What an entry holds.
  package func content(of entry: EntryID, _ presence: Presence) -> EntryContent {
    var own: [(FieldName, FieldState)] = []
    var elements: [ListElement: EntryContent.Element] = [:]
    for (key, state) in states where key.entry == entry {
      guard let name = key.element else {
        own.append((key.field, state))
        continue
      }
      elements[name, default: EntryContent.Element(name: name)].states.append((key.field, state))
    }
    for (key, presence) in presences where key.entry == entry {
      guard let name = key.element else { continue }
      elements[name, default: EntryContent.Element(name: name)].presence = presence
    }
    return EntryContent(presence: presence, states: own, elements: Array(elements.values))
  }

  package func presence(of key: FieldKey) -> Presence? { presences[key] }

  package mutating func put(_ presence: Presence, of key: FieldKey) { presences[key] = presence }

  package func state(of key: FieldKey) -> FieldState? { states[key] }

  package mutating func takeState(of key: FieldKey) -> FieldState? {
    // In its place stays nothing; to remove it would move what lies beside it.
    guard let place = states.index(forKey: key) else { return nil }
    var state = FieldState(value: .unknown)
    swap(&state, &states.values[place])
    return state
  }

  package mutating func put(_ state: FieldState, of key: FieldKey) { states[key] = state }

  package mutating func takeHistory(of key: FieldKey) -> FieldHistory? {
    kept.index(forKey: key).flatMap { kept.values[$0].take() }
  }

  package mutating func keep(_ history: FieldHistory, of key: FieldKey) { kept[key] = history }

  package mutating func meet(_ twins: [TextConflict], in key: FieldKey) {}

  package mutating func addEvent(index: Int, parents: [Int], to key: FieldKey) {
    events[key, default: []].append((index, parents))
  }

  package mutating func history(of key: FieldKey) -> FieldHistory {
    takeHistory(of: key)
      ?? loadHistory(of: key, giving: states[key]?.history?.text ?? "")
  }

  package func loadHistory(of key: FieldKey, giving text: String) -> FieldHistory {
    let events = events[key] ?? []
    return FieldHistory(
      indices: events.map(\.index),
      text: TextHistory(
        events: events.map { event(at: $0.index, $0.parents, key, events.map(\.index)) }, text: text
      ))
  }

  package func isAncestor(_ index: Int, orEqualToAnyOf version: [Int]) -> Bool {
    graph.isAncestor(index, orEqualToAnyOf: version)
  }

  package func commonAncestors(of versions: [[Int]]) -> [Int] {
    guard let first = versions.first else { return [] }
    return versions.dropFirst().reduce(first) { graph.commonAncestors($0, $1) }
  }

  package func maximal(among candidates: [Int], atOrBefore version: [Int]) -> [Int] {
    graph.maximal(among: candidates, atOrBefore: version)
  }

  package func index(of change: EnvelopeID) -> Int? {
    placed.firstIndex { $0.stamp.order.envelope == change }
  }

  package func change(at index: Int) -> PlacedChange? {
    placed[index].change.map { PlacedChange(stamp: placed[index].stamp, change: $0) }
  }

  package func changes(of entry: EntryID) -> [PlacedChange] {
    placed.indices.compactMap { change(at: $0) }.filter { placed in
      placed.change.blocks.contains { $0.key.entry == entry && $0.key != .undo }
    }
  }

  package func undos() -> Undos { undone }

  package mutating func addUndo(index: Int, of changes: [Int]) {
    undone.append(index, of: changes)
  }

  private func event(
    at index: Int, _ parents: [Int], _ key: FieldKey, _ indices: [Int]
  ) -> TextEvent {
    if let names = placed[index].change?.undone {
      let positions = indices.indices.filter {
        names.contains(placed[indices[$0]].stamp.order.envelope)
      }
      return TextEvent(
        order: placed[index].stamp.order, parents: parents, operations: [], undone: positions)
    }
    guard let operations = placed[index].change?.operations(on: key)?.historyOperations else {
      preconditionFailure("a change lacks the field it is listed for")
    }
    return TextEvent(order: placed[index].stamp.order, parents: parents, operations: operations)
  }
}
