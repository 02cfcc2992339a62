internal import AfterwitEncoding

/// Where consecutive events of one log stand in another.
package struct EventPlaces {
  package var events: Range<Int>
  package var start: Int

  /// Events that begin at a place of the other log.
  package init(events: Range<Int>, start: Int) {
    self.events = events
    self.start = start
  }

  /// The places of events in the other log, ascending; the places given ascend by events.
  package static func map(_ events: ArraySlice<Int>, _ places: [EventPlaces]) -> [Int] {
    let found = events.compactMap { event -> Int? in
      let low = places.lastIndex(notBeyond: event, by: \.events.lowerBound)
      return places.isEmpty ? nil : event - places[low].events.lowerBound + places[low].start
    }
    return found.count > 1 ? found.sorted() : found
  }
}
