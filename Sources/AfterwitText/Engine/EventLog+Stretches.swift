internal import AfterwitCausality

extension EventLog {
  /// Events of one row in the table of which each but the first was made on the one before.
  package struct Stretch {
    package var events: Range<Int>
    /// The number of the first unit.
    var firstUnit: Int
    /// How many units each has.
    package var unitsEach: Int
    /// The place of the run that holds the first unit.
    var firstRun: Int
    /// What the first was made on.
    package var parents: ArraySlice<Int>
    /// The place of the device in the table.
    package var device: Int
    /// The first one's place in the order that breaks ties; the others have the next numbers.
    package var order: TextOrder

    /// The units of all.
    var units: Range<Int> { firstUnit..<firstUnit + events.count * unitsEach }

    /// The events from one on; to look for their first run begins where this one's is.
    package func dropping(upTo event: Int) -> Stretch {
      guard event > events.lowerBound else { return self }
      var rest = self
      let count = event - events.lowerBound
      rest.events = event..<events.upperBound
      rest.firstUnit += count * unitsEach
      rest.parents = [event - 1]
      rest.order.number &+= UInt64(count)
      return rest
    }

    /// Calls a closure with each of its runs, in order.
    func forEachRun<Failure>(
      in log: EventLog, _ body: (UnitRun) throws(Failure) -> Void
    ) throws(Failure) {
      try log.runs.forEach(in: units, from: firstRun, body)
    }

    /// Checks that it fits a text of some length.
    /// - Throws: ``TextMisfit`` with the place of the run in the stretch.
    func check(in log: EventLog, length: Int) throws(TextMisfit) {
      var length = length
      var place = 0
      try forEachRun(in: log) { run throws(TextMisfit) in
        let isInsertion = run.kind == .insertion
        guard run.start >= 0, run.start + (isInsertion ? 0 : run.count) <= length else {
          throw TextMisfit(operation: place)
        }
        length += isInsertion ? run.count : -run.count
        place += 1
      }
    }
  }

  /// Some events in stretches, in order.
  package func stretches(of events: Range<Int>) -> [Stretch] {
    var found: [Stretch] = []
    forEachStretch(of: events) { stretch, _ in found.append(stretch) }
    return found
  }

  /// How many runs the events from one on have.
  func runCount(after event: Int) -> Int {
    runs.runCount - runs.place(of: table.units(of: event).lowerBound)
  }

  /// Calls a closure with each stretch of some events, in order, and with the least event that any
  /// of those behind it was made on.
  package func forEachStretch<Failure>(
    of events: Range<Int>, _ body: (Stretch, _ floor: Int) throws(Failure) -> Void
  ) throws(Failure) {
    guard !events.isEmpty else { return }
    var run = 0
    var place = table.place(of: events.lowerBound)
    for piece in graph.stretches(of: events) {
      var start = piece.changes.lowerBound
      while start < piece.changes.upperBound {
        let row = table.events(ofStretch: place)
        let named = table.stretches[place]
        let end = Swift.min(piece.changes.upperBound, row.upperBound)
        let unit = named.firstUnit + (start - named.first) * named.unitsEach
        run = runs.place(of: unit, from: run)
        try body(
          Stretch(
            events: start..<end, firstUnit: unit, unitsEach: named.unitsEach, firstRun: run,
            parents: start == piece.changes.lowerBound ? piece.parents : [start - 1],
            device: named.device,
            order: TextOrder(
              device: table.devices[named.device],
              number: named.number &+ UInt64(start - named.first), envelope: named.envelope)),
          end < piece.changes.upperBound ? Swift.min(end - 1, piece.floor) : piece.floor)
        if end == row.upperBound { place += 1 }
        start = end
      }
    }
  }
}
