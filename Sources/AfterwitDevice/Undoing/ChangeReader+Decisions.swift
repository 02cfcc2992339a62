internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

// Who decides about a text says so. A decision about a value is a write like any other, and one about
// a deletion deletes or restores like any other: only what its author had seen tells.

extension ChangeReader {
  /// Whether all that a change does decides reviews of values, or of deletions, that were open where it
  /// was made.
  func isDecision(_ change: Change, at index: Int) throws -> Bool {
    let blocks = change.blocks.filter { $0.key.entry != .journal }
    guard !blocks.isEmpty, blocks.allSatisfy(\.mayDecide) else { return false }
    let version = try transaction.changeStamp(at: index).parents
    return try blocks.allSatisfy { block in
      switch block.operations {
      case .register: try isUnderReview(valueOf: block.key, at: version, before: index)
      case .presence: try isUnderReview(deletionOf: block.key, at: version)
      case .list(let edits):
        try (edits.removed + edits.restored).allSatisfy { id in
          let element = ListElement(list: block.key.field, id: id)
          return try isUnderReview(
            deletionOf: FieldKey(entry: block.key.entry, element: element, field: .presence),
            at: version)
        }
      case .text, .set, .counter, .undo, .unknown: false
      }
    }
  }

  /// Whether a version showed one of several values of a register.
  private func isUnderReview(
    valueOf key: FieldKey, at version: [Int], before index: Int
  ) throws -> Bool {
    let past = Past(self.past, entry: key.entry)
    let writes = try past.writes(of: key).filter { $0.index < index }
    // One value is no choice, whoever wrote it; most fields have had no other.
    guard writes.contains(where: { ExactString($0.value) != ExactString(writes[0].value) }) else {
      return false
    }
    return try past.seen(of: writes, by: version)?.register.others.isEmpty == false
  }

  /// Whether what a version showed had been deleted, and touched by somebody who did not know.
  private func isUnderReview(deletionOf key: FieldKey, at version: [Int]) throws -> Bool {
    let past = Past(self.past, entry: key.entry)
    return try !past.contested(among: past.touches(of: key), at: version).deletions.isEmpty
  }
}

extension Change.Block {
  /// Whether it can decide a review without saying so.
  fileprivate var mayDecide: Bool {
    switch operations {
    case .register: true
    case .presence: true
    case .list(let edits): edits.puts.isEmpty && !(edits.removed + edits.restored).isEmpty
    case .text, .set, .counter, .undo, .unknown: false
    }
  }
}
