internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension EntryHistory {
  /// The versions of some numbers, in their order, each with who made it.
  func versions(_ numbers: some Sequence<Int>, by writers: Writers) throws -> [EntryVersion] {
    let named = Dictionary(
      uniqueKeysWithValues: changes.indices.map { (changes[$0].stamp.order.envelope, $0 + 1) })
    return try numbers.map { number in
      let placed = changes[number - 1]
      return EntryVersion(
        number: number, change: placed.stamp.order.envelope,
        writer: try writers.writer(of: placed.stamp),
        edits: edits(of: placed.change, named: named))
    }
  }

  private func edits(of change: Change, named: [EnvelopeID: Int]) -> [VersionEdit] {
    if let undone = change.undone {
      return [VersionEdit(undoing: undone.compactMap { named[$0] }.sorted())]
    }
    return change.blocks.filter { $0.key.entry == entry }.map { VersionEdit($0) }
  }

  /// What the entry showed at some places, of which there is one.
  func past(at places: [Int], by writers: Writers) throws -> PastEntry {
    guard let content = try content(at: places), let last = places.last else {
      throw DeviceFailure.entry(.absent(entry.shortText))
    }
    return PastEntry(
      version: try versions([last + 1], by: writers)[0], count: changes.count, entry: entry,
      content: content)
  }
}
