internal import AfterwitCausality
internal import AfterwitEncoding
public import AfterwitText

extension TextHistory {
  /// What is here and not in a version, for a replica that has that version; nothing was ever taken
  /// back in it.
  public func update(since version: [Int]) -> TextUpdate {
    precondition(events.undos.isEmpty, "what was taken back has no stored form")
    let new = graph.difference(graph.frontier, version).onlyA
    var named: Set<Int> = []
    for stretch in new.flatMap({ events.stretches(of: $0) }) {
      named.formUnion(stretch.parents.filter { parent in !new.contains { $0.contains(parent) } })
    }
    var log = EventLog()
    var places: [EventPlaces] = []
    for event in named.sorted() {
      places.append(EventPlaces(events: event..<event + 1, start: log.count))
      log.append(named: events.table.order(of: event))
    }
    for events in new {
      let behind = places.firstIndex { $0.events.lowerBound > events.lowerBound } ?? places.count
      places.insert(EventPlaces(events: events, start: log.count), at: behind)
      for stretch in self.events.stretches(of: events) {
        log.append(stretch, of: self.events, parents: EventPlaces.map(stretch.parents, places))
      }
    }
    return TextUpdate(namedCount: named.count, log: log)
  }

  /// Takes in what an update holds and is not here yet.
  ///
  /// - Throws: ``TextUpdateFailure``; nothing is changed then.
  /// - Complexity: that of its runs, each times the logarithm of those since the last critical
  ///   version where it is concurrent.
  public mutating func merge(_ update: TextUpdate) throws(TextUpdateFailure) {
    let log = try events.extended(by: update)
    do {
      try extend(to: log)
    } catch {
      throw .misfit(error)
    }
  }
}

extension EventLog {
  /// These events and behind them those of an update that are not among them.
  fileprivate func extended(by update: TextUpdate) throws(TextUpdateFailure) -> EventLog {
    if table.devices.isEmpty, update.namedCount == 0 { return update.log }
    var extended = self
    var places: [EventPlaces] = []
    for event in 0..<update.namedCount {
      let order = update.log.table.order(of: event)
      guard let place = table.index(of: order) else { throw .lacks(order) }
      places.append(EventPlaces(events: event..<event + 1, start: place))
    }
    try update.log.forEachStretch(of: update.namedCount..<update.log.count) {
      stretch, _ throws(TextUpdateFailure) in
      let known = table.knownCount(of: stretch)
      let (first, middle) = (stretch.events.lowerBound, stretch.events.lowerBound + known)
      if known > 0 {
        guard let place = table.index(of: stretch.order) else { throw .lacks(stretch.order) }
        places.append(EventPlaces(events: first..<middle, start: place))
      }
      guard known < stretch.events.count else { return }
      let rest = stretch.dropping(upTo: middle)
      places.append(EventPlaces(events: rest.events, start: extended.count))
      extended.append(rest, of: update.log, parents: EventPlaces.map(rest.parents, places))
    }
    return extended
  }
}
