package import AfterwitCausality
package import AfterwitEncoding
package import AfterwitText

// What an entry showed at a version that is gone is derived as what stands was: its changes are merged
// one after another, here into memory instead of a store.

/// Fields in memory, with the causal graph of all changes that were admitted.
package struct FieldMemoryShelf: ChangeShelf {
  /// A change that has its place, and its operations unless they could not be read.
  private struct Placed {
    let stamp: ChangeStamp
    let change: Change?
  }

  package private(set) var presences: [FieldKey: Presence] = [:]
  package private(set) var states: [FieldKey: FieldState] = [:]
  package private(set) var graph: CausalGraph
  /// The changes by their index in the graph, ascending.
  private var placed: [Placed] = []
  private var names: [EnvelopeID: Int] = [:]
  /// The histories that merges have kept; `nil` for one that is handed over.
  private var kept: [FieldKey: FieldHistory?] = [:]
  private var events: [FieldKey: [(index: Int, parents: [Int])]] = [:]
  private var undone = Undos()
  /// Hunks in which two devices wrote the same, as merges met them.
  package private(set) var twins: [FieldKey: [TextConflict]] = [:]

  /// A shelf on which nothing lies.
  package init() { graph = CausalGraph() }

  /// A shelf on which nothing lies, for some of the changes of a graph.
  package init(of graph: CausalGraph) { self.graph = graph }

  /// Gives a change its place behind all others in the graph.
  package mutating func place(_ change: Change?, stamp: ChangeStamp) {
    graph.append(parents: stamp.parents)
    take(change, stamp: stamp)
  }

  /// Takes in a change that has its place in the graph, behind those that were taken in.
  package mutating func take(_ change: Change?, stamp: ChangeStamp) {
    names[stamp.order.envelope] = stamp.index
    placed.append(Placed(stamp: stamp, change: change))
  }

  /// Where a change stands that was taken in.
  package func stamp(at index: Int) -> ChangeStamp {
    guard let found = placed(at: index) else { preconditionFailure("no change was taken in here") }
    return found.stamp
  }

  private func placed(at index: Int) -> Placed? {
    let place = placed.partitioningIndex { $0.stamp.index >= index }
    return place < placed.count && placed[place].stamp.index == index ? placed[place] : nil
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

  package mutating func meet(_ twins: [TextConflict], in key: FieldKey) {
    self.twins[key, default: []] += twins
  }

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
    names[change]
  }

  package func change(at index: Int) -> PlacedChange? {
    placed(at: index).flatMap { found in
      found.change.map { PlacedChange(stamp: found.stamp, change: $0) }
    }
  }

  package func changes(of entry: EntryID) -> [PlacedChange] {
    placed.compactMap { found in
      found.change.map { PlacedChange(stamp: found.stamp, change: $0) }
    }.filter { placed in
      placed.change.blocks.contains { $0.key.entry == entry && $0.key != .undo }
    }
  }

  package func lastChange(of entry: EntryID, before index: Int) -> PlacedChange? {
    let end = placed.partitioningIndex { $0.stamp.index >= index }
    for found in placed[..<end].reversed() {
      guard let change = found.change,
        change.blocks.contains(where: { $0.key.entry == entry && $0.key != .undo })
      else { continue }
      return PlacedChange(stamp: found.stamp, change: change)
    }
    return nil
  }

  package func lastEvents(of key: FieldKey, from index: Int) -> [LastEvent] {
    let events = events[key] ?? []
    return events.indices.drop { events[$0].index < index }.map {
      LastEvent(position: $0, index: events[$0].index, parents: events[$0].parents)
    }
  }

  package func isRow(from first: Int, to last: Int) -> Bool { graph.isRow(from: first, to: last) }

  package func undos() -> Undos { undone }

  package mutating func addUndo(index: Int, of changes: [Int]) {
    undone.append(index, of: changes)
  }

  private func event(
    at index: Int, _ parents: [Int], _ key: FieldKey, _ indices: [Int]
  ) -> TextEvent {
    let found = change(at: index)
    let order = stamp(at: index).order
    if let undone = found?.change.undone {
      let positions = undone.compactMap { names[$0] }.compactMap { indices.firstIndex(of: $0) }
      return TextEvent(order: order, parents: parents, operations: [], undone: positions.sorted())
    }
    guard let operations = found?.change.operations(on: key)?.historyOperations else {
      preconditionFailure("a change lacks the field it is listed for")
    }
    return TextEvent(order: order, parents: parents, operations: operations)
  }
}
