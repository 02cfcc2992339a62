internal import AfterwitDocument

extension ReferenceReviews {
  /// The items that are taken out of what two twins wrote, ascending; none while one of the two is
  /// in a conflict that no answer settled.
  public func removal(ofTwins twins: ReferenceConflict) -> [Int] {
    let unsettled = conflicts.subtracting(settled).flatMap { [$0.first, $0.second] }
    let pair = [twins.first, twins.second].compactMap { hunk($0) }
      .sorted { $0.inserted[0] < $1.inserted[0] }
    if pair.contains(where: { unsettled.contains($0.id) }) { return [] }
    let shown = shown(at: Set(events.indices))
    let areAlike = pair[0].text == pair[1].text
    let copies = areAlike ? [(pair[0].inserted, pair[1].inserted)] : blocks(ofBoth: pair)
    return copies.filter { ($0 + $1).allSatisfy(shown.contains) }.flatMap(\.1)
  }

  /// The blocks that two paragraphs have in common, in order.
  private func blocks(ofBoth pair: [ReferenceHunk]) -> [(one: [Int], other: [Int])] {
    let (one, other) = (blocks(of: pair[0]), blocks(of: pair[1]))
    let scalars = { (block: [Int]) in block.map { items[$0].scalar }[...] }
    return table.steps(from: one.map(scalars), to: other.map(scalars)).filter(\.isKept).map {
      (one[$0.old.lowerBound], other[$0.new.lowerBound])
    }
  }
}
