// Every question to the graph is a walk from some changes towards the start of time. Visiting in
// descending order of index means that a change is visited after all its descendants, so whatever
// can be known about it from above is known when its turn comes. What is known travels as marks: a
// change passes its marks on to its parents, where they join those of other paths.
//
// The walk keeps a heap of marked changes and goes by runs: between two marked places of one run
// the marks cannot change, so that stretch is taken in one step.
//
// Cost: O(r log r) for r runs and starting points met.

/// A set of facts that a walk carries from changes to their ancestors.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt8

  static let left = Marks(rawValue: 1)
  static let right = Marks(rawValue: 2)
  static let covered = Marks(rawValue: 4)
}

/// A walk from marked changes to the start of time, in descending order.
struct AncestorWalk {
  private struct Visit {
    var index: Int
    var marks: Marks
  }

  private let graph: CausalGraph
  /// A binary heap: every visit's index is at least those at twice its place plus one and two.
  private var heap: [Visit] = []
  /// How many waiting visits carry exactly these marks, by raw value.
  private var tally = InlineArray<8, Int>(repeating: 0)
  /// The position in the graph's runs that the last look-up found; most are a little before it.
  private var runPlace: Int

  init(in graph: CausalGraph) {
    self.graph = graph
    runPlace = graph.runs.count - 1
    heap.reserveCapacity(16)
  }

  /// Whether no visit waits.
  var isEmpty: Bool { heap.isEmpty }

  /// Whether a visit waits whose marks satisfy the condition.
  func awaits(where condition: (Marks) -> Bool) -> Bool {
    tally.indices.contains { tally[$0] > 0 && condition(Marks(rawValue: UInt8($0))) }
  }

  /// Adds changes to visit.
  mutating func visit(_ indices: [Int], marked marks: Marks) {
    for index in indices {
      push(Visit(index: index, marks: marks))
    }
  }

  /// Takes the greatest waiting change and all marks that reached it.
  mutating func next() -> (index: Int, marks: Marks)? {
    guard var visit = pop() else { return nil }
    while let other = heap.first, other.index == visit.index {
      visit.marks.formUnion(other.marks)
      _ = pop()
    }
    return (visit.index, visit.marks)
  }

  /// Where the stretch begins that ``descend(from:marked:)`` would take from a change just taken.
  mutating func stretchStart(from index: Int) -> Int {
    findRun(of: index)
    return max(graph.runs[runPlace].start, (heap.first?.index ?? -1) + 1)
  }

  /// Passes marks on from a change just taken, and returns the stretch of its run that they cover.
  ///
  /// The stretch ends at the change and starts after the next waiting one, or with the run.
  mutating func descend(from index: Int, marked marks: Marks) -> ClosedRange<Int> {
    findRun(of: index)
    let start = graph.runs[runPlace].start
    if let next = heap.first, next.index >= start {
      push(Visit(index: next.index, marks: marks))
      return next.index + 1...index
    }
    visit(graph.runs[runPlace].parents, marked: marks)
    return start...index
  }

  /// Goes to the run that holds a change, by doubling steps from where the walk is.
  private mutating func findRun(of index: Int) {
    if graph.end(ofRun: runPlace) <= index { runPlace = graph.runs.count - 1 }
    guard graph.runs[runPlace].start > index else { return }
    var step = 1
    var high = runPlace
    while high - step > 0, graph.runs[high - step].start > index {
      high -= step
      step *= 2
    }
    var low = max(high - step, 0)
    while high - low > 1 {
      let middle = (low + high) / 2
      if graph.runs[middle].start <= index { low = middle } else { high = middle }
    }
    runPlace = low
  }

  private mutating func push(_ visit: Visit) {
    tally[Int(visit.marks.rawValue)] += 1
    heap.append(visit)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2].index < heap[place].index {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> Visit? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    tally[Int(top.marks.rawValue)] -= 1
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { return top }
      if child + 1 < heap.count, heap[child + 1].index > heap[child].index { child += 1 }
      guard heap[child].index > heap[place].index else { return top }
      heap.swapAt(place, child)
      place = child
    }
  }
}
