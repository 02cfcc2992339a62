internal import AfterwitEncoding

// Every question to the graph is answered by a walk from some changes towards the start of time.
// The walk visits changes in descending order of index, so a change is visited after all its
// descendants, and everything that they can tell about it is known by then. What is known travels
// as marks: a change passes its marks on to its parents, where they join the marks of other paths.
//
// The walk takes whole stretches of runs: between two marked places of one run the marks cannot
// change, so the stretch between them is one step.
//
// Where few devices write, few changes wait to be visited at a time; a walk is then a few steps
// long, and most of its cost would be the memory for the waiting ones. So the greatest of them
// stand in order in a short row of fixed length, and only what does not fit there goes into a heap.
//
// Invariant: no change in the heap is greater than one in the row, and if the row is empty, so is
// the heap.
//
// Cost: O(r log r) for the r runs and starting points that are met.

/// A set of facts that a walk carries from changes to their ancestors.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt8

  static let left = Marks(rawValue: 1)
  static let right = Marks(rawValue: 2)
  static let covered = Marks(rawValue: 4)
}

/// A walk from marked changes of a graph to the start of time, in descending order.
struct AncestorWalk {
  private struct Visit {
    var index: Int
    var marks: Marks
  }

  /// The greatest waiting visits, ascending, so that the next one is the last.
  private var row = InlineArray<8, Visit>(repeating: Visit(index: 0, marks: []))
  private var rowCount = 0
  /// The other visits as a binary heap: no visit is smaller than its two children, which stand at
  /// twice its place plus one and plus two.
  private var heap: [Visit] = []
  /// How many visits wait for each set of marks, by the raw value of the marks.
  private var tally = InlineArray<8, Int>(repeating: 0)
  /// The run that the last look-up found; the next one is mostly a little before it.
  private var runPlace: Int

  init(in graph: CausalGraph) {
    runPlace = graph.runs.count - 1
  }

  /// Whether no visit is waiting.
  var isEmpty: Bool { rowCount == 0 }

  /// Whether a visit is waiting whose marks satisfy the condition.
  func awaits(where condition: (Marks) -> Bool) -> Bool {
    for marks in tally.indices where tally[marks] > 0 {
      if condition(Marks(rawValue: UInt8(marks))) { return true }
    }
    return false
  }

  /// Whether a visit is waiting with other marks than these.
  func awaitsOther(than marks: Marks) -> Bool {
    rowCount + heap.count > tally[Int(marks.rawValue)]
  }

  /// Adds changes to visit.
  mutating func visit(_ indices: ArraySlice<Int>, marked marks: Marks) {
    for index in indices { push(Visit(index: index, marks: marks)) }
  }

  /// Takes the greatest waiting change and all marks that reached it.
  mutating func next() -> (index: Int, marks: Marks)? {
    guard rowCount > 0 else { return nil }
    var visit = pop()
    while rowCount > 0, row[rowCount - 1].index == visit.index {
      visit.marks.formUnion(pop().marks)
    }
    return (visit.index, visit.marks)
  }

  /// The start of the stretch that ``descend(from:marked:in:)`` would return for a change just
  /// taken.
  mutating func stretchStart(from index: Int, in graph: CausalGraph) -> Int {
    findRun(of: index, in: graph)
    return max(graph.runs[runPlace].start, rowCount > 0 ? row[rowCount - 1].index + 1 : 0)
  }

  /// Passes on the marks of a change just taken, and returns the stretch of its run that they
  /// cover.
  ///
  /// The stretch ends at that change and starts after the next waiting change, or with the run.
  mutating func descend(
    from index: Int, marked marks: Marks, in graph: CausalGraph
  ) -> ClosedRange<Int> {
    findRun(of: index, in: graph)
    let start = graph.runs[runPlace].start
    if rowCount > 0, row[rowCount - 1].index >= start {
      let next = row[rowCount - 1].index
      push(Visit(index: next, marks: marks))
      return next + 1...index
    }
    for parent in graph.parents(ofRun: runPlace) { push(Visit(index: parent, marks: marks)) }
    return start...index
  }

  /// Finds the run that holds a change, in doubling steps from the last one found.
  private mutating func findRun(of index: Int, in graph: CausalGraph) {
    if graph.end(ofRun: runPlace) <= index { runPlace = graph.runs.count - 1 }
    guard graph.runs[runPlace].start > index else { return }
    var step = 1
    var high = runPlace
    while high - step > 0, graph.runs[high - step].start > index {
      high -= step
      step *= 2
    }
    runPlace = graph.runs[max(high - step, 0)..<high].lastIndex(notBeyond: index, by: \.start)
  }
}

// The visits that wait.
extension AncestorWalk {
  private mutating func push(_ visit: Visit) {
    tally[Int(visit.marks.rawValue)] += 1
    if let top = heap.first, visit.index <= top.index { return sink(visit) }
    if rowCount == row.count {
      let least = row[0]
      if visit.index <= least.index { return sink(visit) }
      sink(least)
      for place in 1..<rowCount { row[place - 1] = row[place] }
      rowCount -= 1
    }
    var place = rowCount
    while place > 0, row[place - 1].index > visit.index {
      row[place] = row[place - 1]
      place -= 1
    }
    row[place] = visit
    rowCount += 1
  }

  private mutating func pop() -> Visit {
    rowCount -= 1
    let visit = row[rowCount]
    tally[Int(visit.marks.rawValue)] -= 1
    if rowCount == 0, !heap.isEmpty {
      row[0] = surfaced()
      rowCount = 1
    }
    return visit
  }

  /// Puts a visit into the heap.
  private mutating func sink(_ visit: Visit) {
    heap.append(visit)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2].index < heap[place].index {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes the greatest visit out of the heap.
  private mutating func surfaced() -> Visit {
    let top = heap[0]
    let last = heap.removeLast()
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
