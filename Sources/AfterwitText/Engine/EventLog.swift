public import AfterwitCausality
internal import AfterwitEncoding

/// The events of one text, parents first: what each did, who made it, and on which others.
///
/// Stored as runs, so that what was typed in a row costs as much as one edit.
public struct EventLog: Sendable {
  /// An operation that changes no text, and where it stands in its event.
  package struct Mark: Hashable, Sendable {
    package var event: Int
    /// How many units of the event come before it.
    package var offset: Int
    package var operation: TextOperation

    /// A mark of given parts.
    package init(event: Int, offset: Int, operation: TextOperation) {
      self.event = event
      self.offset = offset
      self.operation = operation
    }
  }

  /// Which of the events was made on which.
  public package(set) var graph = CausalGraph()
  package var table = EventTable()
  package var runs = UnitRuns()
  /// Ascending by event and offset.
  package var marks: [Mark] = []
  /// What was taken back.
  package private(set) var undos = Undos()
  package var typed = TypedText()

  /// The log of a text that nobody has touched.
  package init() {}

  /// Adds an event made on all others.
  mutating func appendNext(_ operations: [TextOperation], order: TextOrder) {
    let units = record(operations)
    table.append(order, units: units)
    graph.appendNext()
  }

  /// Adds an author's next event, which inserted a scalar.
  @inline(__always)
  mutating func appendInsertion(
    of scalar: Unicode.Scalar, at position: Int, by author: TextAuthor
  ) {
    typed.append(scalar)
    runs.insert(1, at: position)
    table.appendNext(of: author, count: 1)
    graph.appendNext()
  }

  /// Adds an author's next events, which inserted a text of so many scalars.
  mutating func appendInsertion(
    of text: String, count: Int, at position: Int, by author: TextAuthor
  ) {
    typed.append(text, count: count)
    runs.insert(count, at: position)
    table.appendNext(of: author, count: count)
    graph.appendNext(count: count)
  }

  /// Adds an author's next events, which took scalars out.
  mutating func appendDeletion(of count: Int, at position: Int, by author: TextAuthor) {
    runs.delete(count, at: position)
    table.appendNext(of: author, count: count)
    graph.appendNext(count: count)
  }

  /// Adds an event made on these.
  mutating func append(_ operations: [TextOperation], order: TextOrder, parents: [Int]) {
    let units = record(operations)
    table.append(order, units: units)
    graph.append(parents: parents)
  }

  /// Adds an event; what it takes back counts where it was made on that.
  mutating func append(_ event: TextEvent) {
    let undone = event.undone.filter { graph.isAncestor($0, orEqualToAnyOf: event.parents) }
    if !undone.isEmpty { undos.append(count, of: undone) }
    append(event.operations, order: event.order, parents: event.parents)
  }

  private mutating func record(_ operations: [TextOperation]) -> Int {
    let before = runs.count
    for operation in operations {
      switch operation {
      case .insert(let position, let text): runs.insert(typed.append(text), at: position)
      case .delete(let position, let count): runs.delete(count, at: position)
      case .answer, .same:
        marks.append(
          Mark(event: table.count, offset: runs.count - before, operation: operation))
      }
    }
    return runs.count - before
  }
}

extension EventLog {
  /// The events of a version, alone.
  func past(of version: [Int]) -> EventLog {
    var past = EventLog()
    var places: [EventPlaces] = []
    for events in graph.difference(version, []).onlyA {
      places.append(EventPlaces(events: events, start: past.count))
      for stretch in stretches(of: events) {
        past.append(stretch, of: self, parents: EventPlaces.map(stretch.parents, places))
      }
    }
    return past
  }

  /// Adds a stretch of another log, made on events of this one.
  package mutating func append(_ stretch: Stretch, of other: EventLog, parents: [Int]) {
    let start = count
    var new: Range<Int>?
    other.runs.forEach(in: stretch.units, from: stretch.firstRun) { run in
      if run.kind == .insertion {
        runs.insert(run.count, at: run.start)
        new = (new?.lowerBound ?? run.typed.lowerBound)..<run.typed.upperBound
      } else {
        runs.append(run.kind, position: Int(run.position), count: run.count)
      }
    }
    if let new { typed.append(new, of: other.typed) }
    table.append(stretch.order, count: stretch.events.count, units: stretch.unitsEach)
    graph.append(parents: parents, count: stretch.events.count)
    for event in stretch.events where !other.marks.isEmpty {
      for mark in other.marks(of: event) {
        marks.append(
          Mark(
            event: event - stretch.events.lowerBound + start, offset: mark.offset,
            operation: mark.operation))
      }
    }
  }

  /// Adds an event of which only the name is known.
  package mutating func append(named order: TextOrder) {
    table.append(order, units: 0)
    graph.append(parents: [])
  }
}

extension EventLog: RandomAccessCollection {
  /// The index of the first event.
  public var startIndex: Int { 0 }
  /// The number of events.
  public var endIndex: Int { table.count }

  /// An event; edits that continue each other are one operation.
  public subscript(event: Int) -> TextEvent {
    TextEvent(
      order: table.order(of: event), parents: graph.parents(of: event),
      operations: operations(of: event), undone: undos[event])
  }

  /// The place of an event in the order that breaks ties.
  /// - Complexity: O(log *stretches*).
  package func order(of event: Int) -> TextOrder { table.order(of: event) }

  private func operations(of event: Int) -> [TextOperation] {
    let units = table.units(of: event)
    var marks = marks(of: event)
    var start = units.lowerBound
    var operations: [TextOperation] = []
    while let mark = marks.popFirst() {
      edits(of: start..<units.lowerBound + mark.offset, into: &operations)
      operations.append(mark.operation)
      start = units.lowerBound + mark.offset
    }
    edits(of: start..<units.upperBound, into: &operations)
    return operations
  }

  private func edits(of units: Range<Int>, into operations: inout [TextOperation]) {
    runs.forEach(in: units) { run in
      operations.append(
        run.kind == .insertion
          ? .insert(position: run.start, text: typed.text(in: run.typed))
          : .delete(position: run.start, count: run.count))
    }
  }

  package func marks(of event: Int) -> ArraySlice<Mark> {
    let first = marks.partitioningIndex { $0.event >= event }
    return marks[first...].prefix { $0.event == event }
  }
}
