internal import AfterwitCausality

extension TextHistory {
  /// Which event typed each scalar of the text, by its position among the events.
  /// - Complexity: that of replaying the history, and the text's length.
  public func writers() -> [Int] {
    var reader = VersionReader()
    reader.catchUp(on: events)
    return reader.writers(at: graph.frontier, in: graph).flatMap { run in
      repeatElement(run.event, count: run.count)
    }
  }
}
