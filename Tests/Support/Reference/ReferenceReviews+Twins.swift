internal import AfterwitDocument

extension ReferenceReviews {
  /// The items that are taken out of what two twins wrote, ascending; none while one of the two is
  /// in a conflict that no answer settled.
  public func removal(ofTwins twins: ReferenceConflict) -> [Int] {
    let unsettled = conflicts.subtracting(settled).flatMap { [$0.first, $0.second] }
    let pair = [twins.first, twins.second].compactMap { hunk($0) }
      .sorted { $0.inserted[0] < $1.inserted[0] }
    let given = shown(at: Set(events.indices))
    let isGiven = pair.allSatisfy { $0.inserted.allSatisfy(given.contains) }
    return isGiven && !pair.contains { unsettled.contains($0.id) } ? pair[1].inserted : []
  }

  /// The places in the text that the changes give of all that is taken out of twins.
  public var takenOut: [Int] {
    let items = Set(twins.flatMap { removal(ofTwins: $0) })
    return shown(at: Set(events.indices)).enumerated().filter { items.contains($0.element) }
      .map(\.offset)
  }
}
