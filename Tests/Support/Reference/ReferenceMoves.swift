internal import AfterwitText

/// What was taken out, and put in elsewhere.
enum ReferenceMoves {
  /// The moves among texts that were taken out and texts that were put in, by their numbers.
  static func found(
    from takenOut: [[Unicode.Scalar]], to putIn: [[Unicode.Scalar]], table: ReferenceUnits
  ) -> [(from: Int, to: Int)] {
    let (old, new) = (takenOut.map { trimmed($0, table) }, putIn.map { trimmed($0, table) })
    var found: [(from: Int, to: Int)] = []
    let take = { (are: (Int, Int) -> Bool) in
      for one in old.indices where !found.contains(where: { $0.from == one }) {
        let left = new.indices.filter { other in !found.contains { $0.to == other } }
        if let other = left.first(where: { are(one, $0) }) { found.append((one, other)) }
      }
    }
    take { old[$0] == new[$1] && table.units(of: old[$0]).count >= 3 }
    if old.count <= 100, new.count <= 100 {
      take { areAlmostTheSame(words(old[$0], table), words(new[$1], table)) }
    }
    return found.sorted { $0.from < $1.from }
  }

  private static func trimmed(
    _ text: [Unicode.Scalar], _ table: ReferenceUnits
  ) -> [Unicode.Scalar] {
    let black = text.indices.filter { !table.isWhite(text[$0]) }
    guard let first = black.first, let last = black.last else { return [] }
    return Array(text[first...last])
  }

  private static func words(
    _ text: [Unicode.Scalar], _ table: ReferenceUnits
  ) -> [ArraySlice<Unicode.Scalar>] {
    table.units(of: text).map { text[$0.range] }
  }

  private static func areAlmostTheSame(
    _ one: [ArraySlice<Unicode.Scalar>], _ other: [ArraySlice<Unicode.Scalar>]
  ) -> Bool {
    var (left, common) = (other, 0)
    for word in one {
      guard let place = left.firstIndex(of: word) else { continue }
      left.remove(at: place)
      common += word.count
    }
    return [one, other].allSatisfy { $0.count >= 6 && common * 3 >= $0.joined().count * 2 }
  }
}

extension ReferenceReviews {
  /// The moves among the hunks of an event.
  func moves(of event: Int) -> [(from: HunkID, to: HunkID)] {
    let own = hunks[event].filter { $0.named == nil }
    let (out, put) = (own.filter(\.text.isEmpty), own.filter(\.deleted.isEmpty))
    return ReferenceMoves.found(
      from: out.map { $0.deleted.map { items[$0].scalar } }, to: put.map(\.text), table: table
    ).map { (out[$0.from].id, put[$0.to].id) }
  }
}
