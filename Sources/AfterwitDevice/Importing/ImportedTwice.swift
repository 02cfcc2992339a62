internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

// Two machines that import the same source have written the same words twice, and where one of them
// went on from there, reviews ask about the other's copy. Nobody has a question there: what was edited
// since stands for what was imported. Only where both edited the same words is something to decide.

/// Settles what is asked about an entry only because two machines imported it before they met.
struct ImportedTwice {
  private let transaction: Transaction
  private let standpoint: Standpoint
  private let reader: ReviewReader

  init(_ transaction: Transaction, standpoint: Standpoint) throws {
    self.transaction = transaction
    self.standpoint = standpoint
    reader = try ReviewReader(transaction)
  }

  /// What settles those open reviews of an entry that ask about nothing but its imports; none where
  /// others had a hand in them.
  func blocks(of entry: EntryID) throws -> [Change.Block] {
    let imports = try imports(of: entry)
    guard !imports.isEmpty else { return [] }
    return try reader.reviews(of: entry).compactMap { found in
      for same in imports {
        switch found.review.kind {
        case .overlap:
          if let text = try text(of: found, importedBy: same) {
            return try block(found, .text(text))
          }
        case .value:
          if let value = try value(of: found.key, importedBy: same) {
            return Change.Block(key: found.key, operations: .register(value))
          }
        case .deletion:
          if try isRemoved(found.key, importedBy: same) { return try block(found, .remove) }
        }
      }
      return nil
    }
  }

  /// The changes that brought one version of the entry, for each that several brought.
  private func imports(of entry: EntryID) throws -> [Set<Int>] {
    let state = try transaction.state(of: FieldKey(entry: entry, field: .imported))
    guard case .set(let set)? = state?.value else { return [] }
    return set.adds.values.filter { $0.count > 1 }.map { Set($0) }
      .sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
  }

  private func block(_ found: FoundReview, _ answer: ReviewAnswer) throws -> Change.Block? {
    try ReviewDecision(
      found, answer: answer, replacesEdits: false, definition: nil, standpoint: standpoint
    ).blocks().first
  }

  /// The text that all who went on from an import wrote, put together; `nil` where somebody else
  /// wrote there, or two rewrote the same words.
  private func text(of found: FoundReview, importedBy same: Set<Int>) throws -> String? {
    guard case .text(let field)? = try transaction.state(of: found.key)?.value,
      let imported = try text(of: found.key, importedBy: same),
      !found.review.parts.contains(where: \.isEdited)
    else { return nil }
    let indices = try reader.memory.shelf.history(of: found.key).indices
    let sides = found.texts.flatMap(\.sides)
    let writers = Set(sides.flatMap(\.events).map { indices[$0] })
    // What stands beside the sides is not told by them.
    guard field.heads.allSatisfy({ writers.contains($0.index) }),
      try writers.allSatisfy({ try isBuilt($0, on: same) })
    else { return nil }
    return TextMeeting.merged(imported, sides.map(\.passage.text))
  }

  /// The text that an import began a field with.
  private func text(of key: FieldKey, importedBy same: Set<Int>) throws -> String? {
    let first = try reader.memory.changes(of: key.entry).first { same.contains($0.stamp.index) }
    guard case .text(let operations)? = first?.change.operations(on: key),
      case .insert(position: 0, let text)? = operations.first, operations.count == 1
    else { return nil }
    return text
  }

  /// The one value that was set by who went on from an import.
  private func value(of key: FieldKey, importedBy same: Set<Int>) throws -> String? {
    guard case .register(let register)? = try transaction.state(of: key)?.value else { return nil }
    let since = register.weightyWrites.filter { !same.contains($0.index) }
    guard Set(since.map { ExactString($0.value) }).count == 1,
      try since.allSatisfy({ try isBuilt($0.index, on: same) })
    else { return nil }
    return since.first?.value
  }

  /// Whether all that contests a removal is another import of what was removed.
  private func isRemoved(_ key: FieldKey, importedBy same: Set<Int>) throws -> Bool {
    let contested = try transaction.presence(of: key.entry, key.element)?.contested ?? []
    return try contested.allSatisfy { deletion in
      try isBuilt(deletion.change.index, on: same)
        && deletion.contestants.allSatisfy { same.contains($0.index) }
    }
  }

  /// Whether a change is one of some, or has one of them among its ancestors.
  private func isBuilt(_ change: Int, on some: Set<Int>) throws -> Bool {
    try some.contains { try reader.memory.shelf.isAncestor($0, orEqualToAnyOf: [change]) }
  }
}
