internal import AfterwitText

// A change is merged as a whole or not at all. Each block is merged by its field's family; what it
// replaces is what its author had seen, and the causal graph tells that.
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

  /// Merges the change; where it is unfit, all fields are as they were.
  ///
  /// What is merged last is altered where it lies, for nothing can turn out to be unfit after it: a
  /// list, where there is one, of which a copy would cost more than the merge.
  public func apply(to shelf: inout some ChangeShelf) throws -> MergeOutcome {
    if let undone = change.undone {
      try UndoMerge(undone, stamp: stamp).apply(to: &shelf)
      return .merged
    }
    var blocks = change.blocks.filter { !$0.key.isPresence }
    let last = (blocks.lastIndex(where: \.operations.areOfList) ?? blocks.indices.last).map {
      blocks.remove(at: $0)
    }
    var merged: [(key: FieldKey, field: MergedField)] = []
    do {
      for block in blocks {
        let state = try shelf.state(of: block.key)
        merged.append((block.key, try mergedField(block, in: state, on: &shelf)))
      }
      if let last { merged.append((last.key, try mergedInPlace(last, on: &shelf))) }
    } catch is TextMisfit {
      return .unfit
    }
    for (key, field) in merged { try shelf.put(field, of: key, by: stamp) }
    try touch(setAside: merged.filter(\.field.isSetAside).map(\.key), on: &shelf)
    return .merged
  }

  /// Merges a block into the very state that the shelf has, which is there again if it is unfit.
  private func mergedInPlace(
    _ block: Change.Block, on shelf: inout some FieldShelf
  ) throws -> MergedField {
    guard let state = try shelf.takeState(of: block.key) else {
      return try mergedField(block, in: nil, on: &shelf)
    }
    var field = MergedField(state: state)
    do {
      try merge(block, into: &field, on: &shelf)
    } catch {
      try shelf.put(field.state, of: block.key)
      throw error
    }
    return field
  }

  /// Merges a block into a state, or into none where nothing has touched the field.
  private func mergedField(
    _ block: Change.Block, in state: FieldState?, on shelf: inout some FieldShelf
  ) throws -> MergedField {
    var field = MergedField(state: state ?? FieldState(family: block.key.family))
    try merge(block, into: &field, on: &shelf)
    return field
  }

  /// Merges a block into a state, unless it is set aside.
  func merge(
    _ block: Change.Block, into field: inout MergedField, on shelf: inout some FieldShelf
  ) throws {
    let site = MergeSite(key: block.key, stamp: stamp)
    for index in field.state.notUnderstood where try site.covers(index, on: &shelf) {
      return field.setAside(stamp.index)
    }
    guard case .field(let family)? = block.key.family?.rules,
      try merge(block.operations, into: &field, by: family, at: site, on: &shelf)
    else { return field.setAside(stamp.index) }
  }

  /// Merges operations by the rules of a family; `false` where state or operations are not its own.
  private func merge<Field: Family>(
    _ operations: Operations, into field: inout MergedField, by family: Field.Type,
    at site: MergeSite, on shelf: inout some FieldShelf
  ) throws -> Bool {
    guard let edits = Field.edits(in: operations), var state = Field(field.state.value) else {
      return false
    }
    // Of a state that is here as well, the merge would make a copy.
    field.state.value = .unknown
    defer { field.state.value = state.value }
    field.told = try state.merge(edits, at: site, on: &shelf)
    return true
  }

  /// Says to each entry and element what becomes of its presence.
  private func touch(setAside: [FieldKey], on shelf: inout some FieldShelf) throws {
    for (key, touch) in change.touches(settingAside: setAside) {
      let site = MergeSite(key: key, stamp: stamp)
      var presence = try shelf.presence(of: key) ?? Presence()
      try presence.merge(touch, stamp: stamp) { try site.covers($0, on: &shelf) }
      try shelf.put(presence, of: key)
    }
  }
}
