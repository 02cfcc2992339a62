internal import AfterwitEncoding
internal import AfterwitText

/// Derives the fields of an entry, and whether it and its elements are there, from the changes that
/// still stand; texts keep their histories, and are left out.
struct EntryReplay {
  let entry: EntryID
  let undos: Undos
  let turned: Set<Int>

  /// - Parameter turned: the changes that stood and are void now, or the other way.
  init(_ entry: EntryID, undos: Undos, turned: Set<Int>) {
    self.entry = entry
    self.undos = undos
    self.turned = turned
  }

  func apply(to shelf: inout some ChangeShelf) throws {
    guard try !applyAtEnd(to: &shelf) else { return }
    let changes = try shelf.changes(of: entry)
    var keys: Set<FieldKey> = []
    for placed in changes where turned.contains(placed.stamp.index) {
      for block in placed.change.blocks where block.key.entry == entry { keys.insert(block.key) }
    }
    for key in keys.sorted() where !key.isPresence && key.family != .text && !key.isKind {
      try derive(key, from: changes, on: &shelf)
    }
    try derivePresences(from: changes, on: &shelf)
  }

  private func derive(
    _ key: FieldKey, from changes: [PlacedChange], on shelf: inout some ChangeShelf
  ) throws {
    guard let state = try shelf.state(of: key) else { return }
    if case .list(let list) = state.value {
      let derived = try ListReplay(
        key, changes.filter { !state.notUnderstood.contains($0.stamp.index) }
      )
      .derived(from: list, standing: { !undos.isVoid($0) }, on: &shelf)
      return try shelf.put(
        FieldState(value: .list(derived), notUnderstood: state.notUnderstood), of: key)
    }
    var field = MergedField(state: FieldState(family: key.family))
    for placed in changes {
      guard let operations = placed.change.operations(on: key) else { continue }
      if undos.isVoid(placed.stamp.index), !state.notUnderstood.contains(placed.stamp.index) {
        continue
      }
      try Merge(placed.change, stamp: placed.stamp)
        .merge(Change.Block(key: key, operations: operations), into: &field, on: &shelf)
    }
    try shelf.put(field.state, of: key)
  }

  private func derivePresences(
    from changes: [PlacedChange], on shelf: inout some ChangeShelf
  ) throws {
    var presences: [FieldKey: Presence] = [:]
    var alone: Set<FieldKey> = []
    for placed in changes {
      let change = placed.change
      let setAside = try change.blocks.map(\.key).filter { key in
        try key.family == .list
          && shelf.state(of: key)?.notUnderstood.contains(placed.stamp.index) ?? false
      }
      for (key, touch) in change.touches(settingAside: setAside) where key.entry == entry {
        alone.insert(key)
        guard !undos.isVoid(placed.stamp.index) else { continue }
        let site = MergeSite(key: key, stamp: placed.stamp)
        var presence = presences[key] ?? Presence()
        try presence.merge(touch, stamp: placed.stamp) { try site.covers($0, on: &shelf) }
        presences[key] = presence
      }
    }
    for key in alone.sorted() { try shelf.put(presences[key] ?? Presence(), of: key) }
  }
}
