extension ModelHistory {
  /// Whether it is the one that stands for all that differ from it in names, and in the order in which
  /// acts are told that had not seen each other.
  ///
  /// It is the one whose acts, one after another, come to the least words. What it begins with is then
  /// the least of its kind too, so who tells all histories need not go on from any other.
  package var isLeast: Bool {
    let own = words(Array(acts.indices.dropFirst()))
    return !orders(of: Array(1..<acts.count)).contains { order in
      guard let words = words(order), let own else { return false }
      return words.lexicographicallyPrecedes(own)
    }
  }

  /// The acts in an order as numbers, each name the first that is free when it comes; `nil` where an
  /// act would come before what it had seen, or before whoever let its author in.
  private func words(_ order: [Int]) -> [UInt64]? {
    var names = [Int](repeating: -1, count: ModelCast.names.count)
    var places = [Int](repeating: 0, count: acts.count)
    names[0] = 0
    names[1] = 1
    var devices = ModelCast.devices.lowerBound
    var papers = ModelCast.papers.lowerBound
    var told: UInt64 = 1
    var words: [UInt64] = []
    for (number, place) in order.enumerated() {
      let act = acts[place]
      guard act.seen & ~told == 0, names[act.author] >= 0 else { return nil }
      func mapped(_ set: UInt64) -> UInt64 {
        set.places.reduce(0) { $0 | 1 << UInt64(places[$1]) }
      }
      for name in act.admits where names[name] < 0 {
        if ModelCast.isPaper(name) {
          names[name] = papers
          papers += 1
        } else {
          names[name] = devices
          devices += 1
        }
      }
      places[place] = number + 1
      told |= 1 << UInt64(place)
      var word = UInt64(names[act.author]) << 8 | mapped(act.seen)
      word = word << 4 | UInt64(act.before.map { places[$0] + 1 } ?? 0)
      word = word << 4 | UInt64(act.admits.first.map { names[$0] } ?? 0)
      word = word << 1 | (act.rotates ? 1 : 0)
      words.append(word)
      let revocations = act.revokes.map { UInt64(names[$0.target]) << 8 | mapped($0.kept) }
      words.append(revocations.sorted().reduce(0) { $0 << 12 | $1 })
    }
    return words
  }
}

/// All orders of some numbers.
package func orders(of places: [Int]) -> [[Int]] {
  guard places.count > 1 else { return [places] }
  return places.indices.flatMap { index in
    var rest = places
    let first = rest.remove(at: index)
    return orders(of: rest).map { [first] + $0 }
  }
}
