internal import AfterwitCausality

extension EventLog {
  /// Events of one row in the table of which each but the first was made on the one before.
  struct Stretch {
    var events: Range<Int>
    /// How many units each has.
    var unitsEach: Int
    /// What the first was made on.
    var parents: [Int]
    /// The place of the device in the table.
    var device: Int
    /// The first one's place in the order that breaks ties; the others have the next numbers.
    var order: TextOrder
  }

  /// Some events in stretches, in order.
  func stretches(of events: Range<Int>) -> [Stretch] {
    var found: [Stretch] = []
    guard !events.isEmpty else { return found }
    var place = table.place(of: events.lowerBound)
    for (changes, parents) in graph.stretches(of: events) {
      var start = changes.lowerBound
      while start < changes.upperBound {
        let row = table.events(ofStretch: place)
        let named = table.stretches[place]
        let end = Swift.min(changes.upperBound, row.upperBound)
        found.append(
          Stretch(
            events: start..<end, unitsEach: named.unitsEach,
            parents: start == changes.lowerBound ? parents : [start - 1], device: named.device,
            order: TextOrder(
              device: table.devices[named.device],
              number: named.number &+ UInt64(start - named.first), envelope: named.envelope)))
        if end == row.upperBound { place += 1 }
        start = end
      }
    }
    return found
  }
}
