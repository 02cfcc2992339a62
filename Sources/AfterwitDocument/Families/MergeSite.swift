internal import AfterwitText

/// Where a change's operations meet a field.
struct MergeSite {
  /// The field.
  let key: FieldKey
  /// The change.
  let stamp: ChangeStamp

  /// The history of a field in which the change is to be an event, and the positions of the events
  /// that it was made on.
  ///
  /// Where it was made on all of them, no history is loaded that no merge has kept.
  /// - Parameters:
  ///   - heads: the events of the field that no other one descends from.
  ///   - text: what all events of the field together give.
  func basis(
    of heads: [TextField.Head], giving text: @autoclosure () -> String,
    on shelf: inout some FieldShelf
  ) throws -> (history: FieldHistory?, parents: [Int]) {
    if try heads.allSatisfy({ try covers($0.index, on: &shelf) }) {
      return (shelf.takeHistory(of: key), heads.map(\.position))
    }
    let history =
      try shelf.takeHistory(of: key) ?? shelf.loadHistory(of: key, giving: text())
    let known = try shelf.maximal(among: history.indices, atOrBefore: stamp.parents)
    return (history, known.compactMap { history.position(of: $0) })
  }

  /// The same, with the history loaded where no merge has kept it.
  func wholeBasis(
    of heads: [TextField.Head], giving text: @autoclosure () -> String,
    on shelf: inout some FieldShelf
  ) throws -> (history: FieldHistory, parents: [Int]) {
    let (kept, parents) = try basis(of: heads, giving: text(), on: &shelf)
    return (try kept ?? shelf.loadHistory(of: key, giving: text()), parents)
  }

  /// Whether the change had seen an earlier one.
  func covers(_ index: Int, on shelf: inout some FieldShelf) throws -> Bool {
    try shelf.isAncestor(index, orEqualToAnyOf: stamp.parents)
  }
}

/// What merging an event tells of the history of a text field.
struct MergedHistory {
  /// The positions in the history of the events it was made on.
  var parents: [Int]
  /// The history after it, where it is at hand.
  var history: FieldHistory?
  /// What another device wrote alike.
  var twins: [TextConflict]
}
