internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension EntryHistory {
  /// The versions of some numbers, in their order, each with who made it.
  func versions(_ numbers: some Sequence<Int>, by writers: Writers) throws -> [EntryVersion] {
    var last: Writer?
    return try numbers.map { number in
      let order = changes.order(at: number - 1)
      let writer = try writers.writer(
        of: order, at: changes.timestamp(at: number - 1), behind: last)
      last = writer
      return EntryVersion(
        number: number, change: order.envelope, writer: writer,
        edits: try edits(of: changes.change(at: number - 1)))
    }
  }

  private func edits(of change: Change) throws -> [VersionEdit] {
    if let undone = change.undone {
      let indices = try undone.compactMap { try transaction.changeIndex($0) }.sorted()
      return [VersionEdit(undoing: indices.compactMap { changes.place(of: $0) }.map { $0 + 1 })]
    }
    return change.blocks.compactMap { $0.key.entry == entry ? VersionEdit($0) : nil }
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
