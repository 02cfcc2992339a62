internal import AfterwitText

/// Where a change's operations meet a field.
struct MergeSite {
  /// The field.
  let key: FieldKey
  /// The change.
  let stamp: ChangeStamp

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
