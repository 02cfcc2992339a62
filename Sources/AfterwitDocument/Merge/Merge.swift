// A change is merged as a whole or not at all. Each block is merged by its field's family; what it
// replaces is what its author had seen, and the causal graph tells that. The usual change was made
// on everything a field holds: then a text is spliced without its history being read. Only a
// concurrent edit of the same text loads the history and replays.
//
// An operation that is not understood, or rests on one of the same field that is not, leaves the
// field as last understood. Both rules look at ancestors only, so every device decides alike,
// whatever the order in which changes came.

/// What merging a change did.
public enum MergeOutcome: Hashable, Sendable {
  /// Its operations are in the fields.
  case merged
  /// An operation does not fit the text at the change's parents: the change has no effect, here and
  /// on every device.
  case unfit
}

/// Merges changes into fields, parents before children.
public struct Merge {
  private let change: Change
  private let stamp: ChangeStamp

  /// Prepares a change for merging.
  public init(_ change: Change, stamp: ChangeStamp) {
    self.change = change
    self.stamp = stamp
  }

  /// Merges the change; where it is unfit, or an error is thrown, no field has been put back.
  public func apply(to shelf: inout some FieldShelf) throws -> MergeOutcome {
    var merged: [(FieldKey, MergedField)] = []
    do {
      for block in change.blocks where block.key.field.family != .presence {
        merged.append((block.key, try mergedField(block, shelf: &shelf)))
      }
    } catch is TextMisfit {
      return .unfit
    }
    for (key, field) in merged {
      try shelf.put(field.state, of: key)
      if let history = field.history { shelf.keep(history, of: key) }
      if !field.twins.isEmpty { shelf.meet(field.twins, in: key) }
      if let parents = field.eventParents {
        try shelf.addEvent(index: stamp.index, parents: parents, to: key)
      }
    }
    try touchEntries(shelf: &shelf)
    return .merged
  }

  private func mergedField(_ block: Change.Block, shelf: inout some FieldShelf) throws
    -> MergedField
  {
    var state =
      try shelf.state(of: block.key) ?? FieldState(family: block.key.field.family)
    for index in state.notUnderstood {
      if try covers(index, shelf: &shelf) {
        state.notUnderstood.append(stamp.index)
        return MergedField(state: state)
      }
    }
    switch (block.operations, state.value) {
    case (.text(let operations), .text(let field)):
      return try merge(operations, into: field, state: state, key: block.key, shelf: &shelf)
    case (.register(let value), .register(var register)):
      try register.assign(value, stamp: stamp) { try covers($0, shelf: &shelf) }
      state.value = .register(register)
    case (.set(let added, let removed), .set(var set)):
      try set.apply(added: added, removed: removed, stamp: stamp) {
        try covers($0, shelf: &shelf)
      }
      state.value = .set(set)
    default:
      state.notUnderstood.append(stamp.index)
    }
    return MergedField(state: state)
  }

  private func merge(
    _ operations: [TextOperation], into field: TextField, state: FieldState, key: FieldKey,
    shelf: inout some FieldShelf
  ) throws -> MergedField {
    var field = field
    var state = state
    let isLinear = try field.heads.allSatisfy { try covers($0.index, shelf: &shelf) }
    var history = isLinear ? shelf.takeHistory(of: key) : try shelf.history(of: key)
    let parents: [Int]
    if isLinear {
      parents = field.heads.map(\.position)
    } else {
      let known = try shelf.maximal(among: history?.indices ?? [], atOrBefore: stamp.parents)
      parents = known.compactMap { history?.position(of: $0) }
    }
    var twins: [TextConflict] = []
    if history == nil {
      field.text = try TextHistory.apply(operations, to: field.text)
    } else {
      // In place: a copy of a long history would cost more than the merge.
      let met = try history?.append(
        TextEvent(order: stamp.order, parents: parents, operations: operations),
        index: stamp.index)
      field.text = history?.text.text ?? ""
      field.conflicts += met?.conflicts ?? []
      field.isReviewStale = field.isReviewStale || !(met?.conflicts.isEmpty ?? true)
      twins = met?.twins ?? []
    }
    try settle(operations, in: &field, shelf: &shelf)
    field.heads.removeAll { parents.contains($0.position) }
    field.heads.append(TextField.Head(position: field.eventCount, index: stamp.index))
    field.eventCount += 1
    state.value = .text(field)
    return MergedField(state: state, eventParents: parents, history: history, twins: twins)
  }

  /// Drops the conflicts that an answer names and its author had seen.
  private func settle(
    _ operations: [TextOperation], in field: inout TextField, shelf: inout some FieldShelf
  ) throws {
    for case .answer(let names) in operations {
      let named = Set(names)
      let left = try field.conflicts.filter { conflict in
        try
          !(conflict.isNamed(by: named) && covers(conflict.left.index, shelf: &shelf)
          && covers(conflict.right.index, shelf: &shelf))
      }
      guard left.count < field.conflicts.count else { continue }
      field.conflicts = left
      field.isReviewStale = true
    }
  }

  private func touchEntries(shelf: inout some FieldShelf) throws {
    var touches: [FieldKey: Presence.Touch] = [:]
    for block in change.blocks where !block.operations.isSame {
      let key = FieldKey(entry: block.key.entry, field: .presence)
      let touch: Presence.Touch =
        switch block.operations {
        case .presence(.deleted): .deletion
        case .presence(.restored): .restoration
        default: .edit
        }
      touches[key] = max(touches[key] ?? .edit, touch)
    }
    for (key, touch) in touches.sorted(by: { $0.key < $1.key }) {
      var presence = try shelf.presence(of: key) ?? Presence(touchedAt: stamp.timestamp)
      try presence.merge(touch, stamp: stamp) { try covers($0, shelf: &shelf) }
      try shelf.put(presence, of: key)
    }
  }

  private func covers(_ index: Int, shelf: inout some FieldShelf) throws -> Bool {
    try shelf.isAncestor(index, orEqualToAnyOf: stamp.parents)
  }
}

/// A field after a block has been merged into it, before it is put back.
private struct MergedField {
  var state: FieldState
  var eventParents: [Int]?
  var history: FieldHistory?
  var twins: [TextConflict] = []
}
