internal import AfterwitDocument
public import AfterwitText

// The oracle for merged text, written from the definition of FugueMax and from nothing else: one
// node a scalar in the tree of Weidner and Kleppmann's paper ("The Art of the Fugue", 2023, section
// 3), every node ever inserted kept for ever, every question answered by walking the whole tree.
// What an event's author saw is the tree cut down to the author's ancestors. It is meant to be
// obviously right and is never optimised.
//
// Cost: O(n) for each scalar, O(n²) for a history.

/// A naive merge of text events, to compare the engine with.
public struct ReferenceText: Sendable {
  /// A scalar of the tree; node 0 is the start and has none.
  struct Node: Sendable {
    var scalar: Unicode.Scalar
    var event: Int
    var index: Int
    /// The place of the insertion among the event's operations.
    var operation: Int
    var parent: Int
    var rightOrigin: Int?
    var leftChildren: [Int] = []
    var rightChildren: [Int] = []
    /// The events that delete it, each with the place of the deletion among its operations.
    var deleters: [Int: Int] = [:]
    /// For those of them that took it out because it stood twice, what was kept.
    var kept: [Int: Set<ReferencePlace>] = [:]
  }

  /// The departures from the definition, to prove that each rule matters.
  public let departures: Set<Departure>

  private(set) var nodes: [Node] = [
    Node(scalar: "\0", event: -1, index: 0, operation: 0, parent: 0, rightOrigin: nil)
  ]
  /// The events so far.
  var events: [TextEvent] = []
  private var orders: [TextOrder] = []
  /// For each event, which events its author knew, that event included.
  private(set) var knowledge: [[Bool]] = []
  /// For each event so far whose hunks were asked for, these.
  private(set) var groups: [[ReferenceGroup]] = []

  /// An empty text that follows the definition, but for the departures named.
  public init(departures: Set<Departure> = []) {
    self.departures = departures
  }

  /// The text that all events give.
  public var text: String { text(at: Array(orders.indices)) }

  /// The text that a version shows: the events named, and their ancestors.
  public func text(at version: [Int]) -> String {
    let known = union(of: version)
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: shown(sequence(knowing: known), knowing: known).map { nodes[$0].scalar })
    return String(view)
  }

  /// Merges an event that fits its parents.
  public mutating func append(_ event: TextEvent) {
    let number = orders.count
    var known = union(of: event.parents)
    known.append(true)
    orders.append(event.order)
    events.append(event)
    knowledge.append(known)
    var index = 0
    for (place, operation) in event.operations.enumerated() {
      switch operation {
      case .insert(var position, let text):
        for scalar in text.unicodeScalars {
          insert(
            scalar, at: position, event: number, index: index, operation: place, knowing: known)
          position += 1
          index += 1
        }
      case .delete(let position, let count):
        let shown = shown(sequence(knowing: known), knowing: known)
        for node in shown[position..<position + count] {
          nodes[node].deleters[number] = place
          index += 1
        }
      case .answer, .same: break
      }
    }
    if events.contains(where: { !$0.undone.isEmpty }) { findGroups() }
    findKept(by: event)
  }

  /// Keeps the hunks of the next event that they were not found of.
  mutating func keep(_ hunks: [ReferenceGroup]) { groups.append(hunks) }

  /// Says of a scalar that an event took out because it stood twice what was kept.
  mutating func keep(_ hunks: Set<ReferencePlace>, ofWhat taker: Int, tookOut node: Int) {
    nodes[node].kept[taker] = hunks
  }

  /// Which of all events so far are in a version.
  func union(of version: [Int]) -> [Bool] {
    var known = [Bool](repeating: false, count: orders.count)
    for head in version {
      for (event, isKnown) in knowledge[head].enumerated() where isKnown { known[event] = true }
    }
    return known
  }

  private mutating func insert(
    _ scalar: Unicode.Scalar, at position: Int, event: Int, index: Int, operation: Int,
    knowing known: [Bool]
  ) {
    let sequence = sequence(knowing: known)
    let shown = shown(sequence, knowing: known)
    let left = position == 0 ? 0 : shown[position - 1]
    var following = sequence.drop { $0 != left }.dropFirst()
    if departures.contains(.tombstonesAreNoOrigins) {
      following = following.drop { !shown.contains($0) }
    }
    let right = following.first
    let node = nodes.count
    nodes.append(
      Node(
        scalar: scalar, event: event, index: index, operation: operation, parent: left,
        rightOrigin: right))
    if let right, descends(right, from: left), !departures.contains(.rightChildrenOnly) {
      nodes[node].parent = right
      let siblings = nodes[right].leftChildren
      let place = siblings.firstIndex { isLesser(node, $0) } ?? siblings.count
      nodes[right].leftChildren.insert(node, at: place)
    } else {
      let siblings = nodes[left].rightChildren
      let place = siblings.firstIndex { isEarlierRightSibling(node, $0) } ?? siblings.count
      nodes[left].rightChildren.insert(node, at: place)
    }
  }

  private func descends(_ node: Int, from ancestor: Int) -> Bool {
    var current = node
    while current != 0, current != ancestor {
      current = nodes[current].parent
    }
    return current == ancestor
  }

  private func isEarlierRightSibling(_ left: Int, _ right: Int) -> Bool {
    if departures.contains(.rightOriginsIgnored) { return isLesser(left, right) }
    let everything = sequence(knowing: [Bool](repeating: true, count: orders.count))
    let position = { (node: Int?) in
      everything.firstIndex { $0 == node } ?? everything.count
    }
    let (leftEnd, rightEnd) = (
      position(nodes[left].rightOrigin), position(nodes[right].rightOrigin)
    )
    if leftEnd != rightEnd { return leftEnd > rightEnd }
    return isLesser(left, right)
  }

  /// The identity order: device, number, envelope, then the place in the event.
  private func isLesser(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (nodes[left], nodes[right])
    if left.event == right.event { return left.index < right.index }
    return (orders[left.event] < orders[right.event]) != departures.contains(.identityReversed)
  }

  /// The nodes of an author's sequence that the author's text shows.
  func shown(_ sequence: [Int], knowing known: [Bool]) -> [Int] {
    let void = self.void(knowing: known)
    return sequence.dropFirst().filter { node in
      known[nodes[node].event] && counts(nodes[node].event, on: node, void: void)
        && !nodes[node].deleters.keys.contains {
          known[$0] && deletes($0, node, void: void)
        }
    }
  }

  /// The nodes in order, the start first, without those that unknown events inserted.
  func sequence(knowing known: [Bool]) -> [Int] {
    var found: [Int] = []
    var pending: [(node: Int, isEntered: Bool)] = [(0, false)]
    while let (node, isEntered) = pending.popLast() {
      if isEntered {
        found.append(node)
      } else {
        // Whoever does not know a node cannot know its children.
        guard node == 0 || known[nodes[node].event] else { continue }
        for child in nodes[node].rightChildren.reversed() { pending.append((child, false)) }
        pending.append((node, true))
        for child in nodes[node].leftChildren.reversed() { pending.append((child, false)) }
      }
    }
    return found
  }
}

/// A way to break one rule of the definition.
public enum Departure: CaseIterable, Sendable {
  /// Ties go to the greater identity.
  case identityReversed
  /// Right siblings order by identity alone, as in Fugue before FugueMax.
  case rightOriginsIgnored
  /// Every scalar is a right child of its left origin.
  case rightChildrenOnly
  /// A right origin is the next scalar that is shown.
  case tombstonesAreNoOrigins
}
