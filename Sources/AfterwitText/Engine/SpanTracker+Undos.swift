internal import AfterwitCausality

// An event that takes others back does nothing at a place of the text: what they inserted is gone
// while it stands, and what they deleted is there again, wherever that lies now. In a lane's version
// it counts as one deletion more of each scalar that they inserted, and one less of each that they
// deleted. Two events that take back the same count once, and one that is taken back itself does not
// count.
//
// What leaves a version takes with it all that was made on it. So events that take others back leave
// before all others, the last one first, and enter behind them.

extension SpanTracker {
  /// What was taken back in a lane's version.
  struct LaneUndos: Sendable {
    /// By event, how many events of the version take it back and are not taken back there.
    var counts: [Int: Int] = [:]
    /// The events that are told to be void, or not to be, otherwise than the version has it.
    var overruled: [Int] = []
  }

  /// Takes in an event that takes others back, through a lane that stands at its parents.
  mutating func undo(_ events: [Int], in lane: Int) {
    isPair = false
    undos.append(nextEvent, of: events)
    count(nextEvent, by: 1, in: lane)
  }

  /// Makes a lane show a version where something was taken back.
  mutating func moveAmongUndos(
    _ lane: Int, to version: ArraySlice<Int>, in graph: CausalGraph
  ) {
    isPair = false
    restoreOverruled(in: lane)
    var (left, entered): ([Range<Int>], [Range<Int>]) = ([], [])
    graph.forEachDifference(lanes[lane].version[...], version) { events, isLeft in
      if isLeft { left.append(events) } else { entered.append(events) }
    }
    for event in undos.among(left).reversed() { count(event, by: -1, in: lane) }
    shift(left, by: -1, in: lane)
    shift(entered, by: 1, in: lane)
    for event in undos.among(entered) { count(event, by: 1, in: lane) }
    lanes[lane].stand(at: version)
  }

  /// Makes of a lane's version what it would be if nothing that is void by all events taken in had
  /// ever been done, until the lane is moved.
  mutating func overruleVoid(in lane: Int, in graph: CausalGraph) {
    let version = lanes[lane].version
    for event in undos.known where graph.isAncestor(event, orEqualToAnyOf: version) {
      guard undos.isVoid(event) != isVoid(event, in: lane) else { continue }
      setVoid(event, undos.isVoid(event), in: lane)
      laneUndos[lane].overruled.append(event)
    }
  }

  private mutating func restoreOverruled(in lane: Int) {
    for event in laneUndos[lane].overruled {
      setVoid(event, isVoid(event, in: lane), in: lane)
    }
    laneUndos[lane].overruled.removeAll()
  }

  private func isVoid(_ event: Int, in lane: Int) -> Bool { laneUndos[lane].counts[event] != nil }

  /// Counts what an event takes back, or no longer does.
  private mutating func count(_ undo: Int, by step: Int, in lane: Int) {
    for event in undos[undo] {
      let before = laneUndos[lane].counts[event] ?? 0
      let now = before + step
      laneUndos[lane].counts[event] = now == 0 ? nil : now
      guard (before == 0) != (now == 0) else { continue }
      if undos.isUndo(event) {
        count(event, by: -step, in: lane)
      } else {
        setVoid(event, step > 0, in: lane)
      }
    }
  }

  private mutating func setVoid(_ event: Int, _ isVoid: Bool, in lane: Int) {
    let footprint = footprint(of: event)
    if !footprint.inserted.isEmpty {
      shift(numbers: footprint.inserted, by: isVoid ? 1 : -1, in: lane)
    }
    for numbers in footprint.deleted {
      shift(numbers: numbers, by: isVoid ? -1 : 1, in: lane)
    }
  }
}
