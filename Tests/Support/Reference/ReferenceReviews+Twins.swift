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
}
