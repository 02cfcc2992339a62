internal import AfterwitEncoding
internal import AfterwitText

// What is taken back is as if it had never been done: every field shows what the changes give that
// still stand. A text learns it as an event of its history, since positions of later changes count
// in what their authors saw. All else is derived anew from the changes of the entry; that costs what
// these cost, and is rare. What one change did to many entries is done one after another, so that it is
// read once.

/// Merges a change that takes others back.
struct UndoMerge {
  private let names: [EnvelopeID]
  private let stamp: ChangeStamp

  init(_ names: [EnvelopeID], stamp: ChangeStamp) {
    self.names = names
    self.stamp = stamp
  }

  func apply(to shelf: inout some ChangeShelf) throws {
    // A name counts where the author had seen the change.
    let named = try names.compactMap { try shelf.index(of: $0) }.filter {
      try shelf.isAncestor($0, orEqualToAnyOf: stamp.parents)
    }
    guard !named.isEmpty else { return }
    let before = try shelf.undos()
    try shelf.addUndo(index: stamp.index, of: named)
    let undos = try shelf.undos()
    let decided = undos.decided(by: stamp.index)
    let turned = Set(decided.filter { before.isVoid($0) != undos.isVoid($0) })
    var texts: Set<FieldKey> = []
    for index in decided {
      for block in try shelf.change(at: index)?.change.blocks ?? []
      where block.key.family == .text && texts.insert(block.key).inserted {
        try undo(named, turned, in: block.key, on: &shelf)
      }
    }
    var entries: Set<EntryID> = []
    for index in decided where turned.contains(index) {
      for block in try shelf.change(at: index)?.change.blocks ?? []
      where entries.insert(block.key.entry).inserted {
        try EntryReplay(block.key.entry, undos: undos, turned: turned).apply(to: &shelf)
      }
    }
  }

  /// Tells a text what is taken back of it.
  private func undo(
    _ changes: [Int], _ turned: Set<Int>, in key: FieldKey, on shelf: inout some ChangeShelf
  ) throws {
    guard let state = try shelf.state(of: key), case .text(var text) = state.value else { return }
    var field = MergedField(state: state)
    let site = MergeSite(key: key, stamp: stamp)
    let end = TextEnd(key: key, undos: try shelf.undos(), turned: turned)
    if let head = text.heads.last, try site.covers(head.index, on: &shelf),
      let shown = try end.text(of: text, on: &shelf)
    {
      // The history that a merge has kept lacks this event from now on.
      _ = shelf.takeHistory(of: key)
      field.told = text.undo(giving: shown, at: site)
    } else {
      field.told = try text.undo(changes, turned, at: site, on: &shelf)
    }
    field.state.value = .text(text)
    if field.told != nil { try shelf.put(field, of: key, by: stamp) }
  }
}
