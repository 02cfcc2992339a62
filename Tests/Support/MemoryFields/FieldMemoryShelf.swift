import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText

/// Fields in memory, with the causal graph of all changes that were admitted.
struct FieldMemoryShelf: FieldShelf {
  /// A change that has its place, and its operations unless they could not be read.
  struct Placed {
    let stamp: ChangeStamp
    let change: Change?
  }

  private(set) var presences: [FieldKey: Presence] = [:]
  private(set) var states: [FieldKey: FieldState] = [:]
  private(set) var graph = CausalGraph()
  private(set) var placed: [Placed] = []
  private var kept: [FieldKey: FieldHistory] = [:]
  private var events: [FieldKey: [(index: Int, parents: [Int])]] = [:]

  /// Gives a change its place in the graph.
  mutating func place(_ change: Change?, stamp: ChangeStamp) {
    graph.append(parents: stamp.parents)
    placed.append(Placed(stamp: stamp, change: change))
  }

  /// Does what the end of a transaction does: only the stored bytes are left.
  mutating func reload() throws {
    deriveParts()
    kept = [:]
    states = try states.mapValues { try FieldState(decoding: $0.bytes) }
    presences = try presences.mapValues { try Presence(decoding: $0.bytes) }
  }

  /// Derives which parts of reviews are open, where that has changed.
  mutating func deriveParts() {
    for (key, state) in states {
      guard case .text(var field) = state.value, field.isReviewStale else { continue }
      let history = history(of: key)
      history.deriveParts(of: &field)
      kept[key] = history
      states[key] = FieldState(value: .text(field), notUnderstood: state.notUnderstood)
    }
  }

  /// What an entry holds.
  func content(of entry: EntryID, _ presence: Presence) -> EntryContent {
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

  func presence(of key: FieldKey) -> Presence? { presences[key] }

  mutating func put(_ presence: Presence, of key: FieldKey) { presences[key] = presence }

  func state(of key: FieldKey) -> FieldState? { states[key] }

  mutating func put(_ state: FieldState, of key: FieldKey) { states[key] = state }

  mutating func takeHistory(of key: FieldKey) -> FieldHistory? { kept.removeValue(forKey: key) }

  mutating func keep(_ history: FieldHistory, of key: FieldKey) { kept[key] = history }

  mutating func meet(_ twins: [TextConflict], in key: FieldKey) {}

  mutating func addEvent(index: Int, parents: [Int], to key: FieldKey) {
    events[key, default: []].append((index, parents))
  }

  mutating func history(of key: FieldKey) -> FieldHistory {
    if let history = kept.removeValue(forKey: key) { return history }
    let events = events[key] ?? []
    let text = states[key]?.history?.text ?? ""
    return FieldHistory(
      indices: events.map(\.index),
      text: TextHistory(events: events.map { event(at: $0.index, $0.parents, key) }, text: text))
  }

  func isAncestor(_ index: Int, orEqualToAnyOf version: [Int]) -> Bool {
    graph.isAncestor(index, orEqualToAnyOf: version)
  }

  func commonAncestors(of versions: [[Int]]) -> [Int] {
    guard let first = versions.first else { return [] }
    return versions.dropFirst().reduce(first) { graph.commonAncestors($0, $1) }
  }

  func maximal(among candidates: [Int], atOrBefore version: [Int]) -> [Int] {
    graph.maximal(among: candidates, atOrBefore: version)
  }

  private func event(at index: Int, _ parents: [Int], _ key: FieldKey) -> TextEvent {
    let blocks = placed[index].change?.blocks ?? []
    guard let operations = blocks.first(where: { $0.key == key })?.operations.historyOperations
    else {
      preconditionFailure("a change lacks the field it is listed for")
    }
    return TextEvent(order: placed[index].stamp.order, parents: parents, operations: operations)
  }
}
