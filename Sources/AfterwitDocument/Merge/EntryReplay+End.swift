internal import AfterwitEncoding
internal import AfterwitText

// What was done last is taken back without a look at what was done before: of a value what stood before
// it is known, and the entry was touched last by the change before. That holds where the change that turns
// did nothing but write texts and values of the entry itself, and where all else that was done to it is an
// ancestor of the one before: both are of one row of the causal graph, and nobody wrote beside the last.
// What is brought back is merged on top of what stands, where nothing stands behind it.

extension EntryReplay {
  /// Derives what one change at the end of the entry turns; `false`, and nothing is done, where there is
  /// more to it.
  func applyAtEnd(to shelf: inout some ChangeShelf) throws -> Bool {
    let key = FieldKey(entry: entry, field: .presence)
    guard turned.count == 1, let index = turned.first,
      let placed = try shelf.change(at: index), isPlain(placed.change),
      let presence = try shelf.presence(of: key)
    else { return false }
    return undos.isVoid(index)
      ? try takeOff(placed, presence, of: key, on: &shelf)
      : try putOn(placed, presence, of: key, on: &shelf)
  }

  /// The values of the entry that a change wrote.
  private func values(of change: Change) -> [Change.Block] {
    change.blocks.filter { $0.key.entry == entry && $0.key.family != .text }
  }

  /// Whether all that a change does to the entry is to write texts and values of it.
  private func isPlain(_ change: Change) -> Bool {
    change.blocks.filter { $0.key.entry == entry }.allSatisfy { block in
      guard block.key.element == nil, !block.key.isKind, block.operations.isTouch else {
        return false
      }
      switch block.operations {
      case .text, .register: return true
      case .set, .counter, .list, .presence, .undo, .unknown: return false
      }
    }
  }

  private func putOn(
    _ placed: PlacedChange, _ presence: Presence, of key: FieldKey,
    on shelf: inout some ChangeShelf
  ) throws -> Bool {
    guard presence.times.last.allSatisfy({ $0.index < placed.stamp.index }) else { return false }
    let merge = Merge(placed.change, stamp: placed.stamp)
    var fields: [(key: FieldKey, field: MergedField)] = []
    for block in values(of: placed.change) {
      guard let state = try shelf.state(of: block.key), state.notUnderstood.isEmpty else {
        return false
      }
      var field = MergedField(state: state)
      try merge.merge(block, into: &field, on: &shelf)
      fields.append((block.key, field))
    }
    for (key, field) in fields { try shelf.put(field.state, of: key) }
    let site = MergeSite(key: key, stamp: placed.stamp)
    var presence = presence
    try presence.merge(.edit, stamp: placed.stamp) { try site.covers($0, on: &shelf) }
    try shelf.put(presence, of: key)
    return true
  }

  private func takeOff(
    _ placed: PlacedChange, _ presence: Presence, of key: FieldKey,
    on shelf: inout some ChangeShelf
  ) throws -> Bool {
    let last = placed.stamp.index
    guard presence.times.last.map(\.index) == [last], presence.edits.map(\.index) == [last],
      presence.deletions.isEmpty, presence.hiding.isEmpty,
      !presence.times.first.contains(where: { $0.index == last }),
      let before = try lastTouch(before: last, on: &shelf),
      try shelf.isRow(from: before.index, to: last)
    else { return false }
    var fields: [(key: FieldKey, register: Register)] = []
    for block in values(of: placed.change) {
      guard let register = try valueBefore(last, of: block.key, on: &shelf) else { return false }
      fields.append((block.key, register))
    }
    for (key, register) in fields {
      try shelf.put(FieldState(value: .register(register)), of: key)
    }
    let touch = EntryTimes.Touch(index: before.index, timestamp: before.timestamp)
    try shelf.put(
      Presence(
        times: EntryTimes(first: presence.times.first, last: [touch]),
        edits: [.init(index: before.index, envelope: before.order.envelope)], hiding: [],
        deletions: []), of: key)
    return true
  }

  /// The last change before one that stands and touches the entry; `nil` where it deletes it.
  private func lastTouch(
    before index: Int, on shelf: inout some ChangeShelf
  ) throws -> ChangeStamp? {
    let key = FieldKey(entry: entry, field: .presence)
    var end = index
    while let placed = try shelf.lastChange(of: entry, before: end) {
      end = placed.stamp.index
      guard !undos.isVoid(end), let touch = placed.change.touches().first(where: { $0.key == key })
      else { continue }
      return touch.touch == .deletion ? nil : placed.stamp
    }
    return nil
  }

  /// What a register held before its last write; `nil` where more than the end tells that.
  private func valueBefore(
    _ index: Int, of key: FieldKey, on shelf: inout some ChangeShelf
  ) throws -> Register? {
    guard let state = try shelf.state(of: key), state.notUnderstood.isEmpty,
      case .register(let register) = state.value, register.writes.map(\.index) == [index]
    else { return nil }
    let left = register.allWrites.dropLast()
    guard let before = left.last else { return Register() }
    guard try shelf.isRow(from: before.index, to: index) else { return nil }
    return Register(writes: [before], replaced: Array(left.dropLast()), base: nil)
  }
}
