internal import AfterwitCausality

extension TextHistory {
  /// Which event typed each scalar of the text, by its position among the events.
  /// - Complexity: that of replaying the history, and the text's length.
  public func writers() -> [Int] {
    var zone = ReviewZone(base: [], text: [])
    zone.catchUp(on: events)
    return zone.writers(at: graph.frontier, in: graph)
  }
}
