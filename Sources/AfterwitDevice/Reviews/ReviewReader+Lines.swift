internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

// A journal may have a thousand open reviews, and a line tells little of each. It is kept with the view,
// so that no view is read for it and no text replayed; only where a field has several parts, whose
// numbers depend on their places, the whole review is read.

extension ReviewReader {
  /// The open parts of all entries; those of the entry touched last come first.
  func lines() throws -> [OpenReview] {
    let kept = try transaction.storedPartLines().map { stored in
      (entry: stored.entry, line: try PartLine(decoding: stored.bytes))
    }
    var found: [OpenReview] = []
    found.reserveCapacity(kept.count)
    var start = 0
    while start < kept.count {
      let (entry, first) = kept[start]
      // The parts of one review stand one behind another.
      let end = kept[start...].firstIndex { $0.line.review != first.review } ?? kept.count
      if end == start + 1 {
        found.append(try open(first, named: first.review.shortText, in: entry))
      } else {
        found += try numbered(kept[start..<end].map(\.line), in: entry)
      }
      start = end
    }
    return found
  }

  /// The parts of one review, by their numbers.
  private func numbered(_ lines: [PartLine], in entry: EntryID) throws -> [OpenReview] {
    let field = FieldKey(entry: entry, element: lines[0].element, field: lines[0].part.field)
    let found = try found(
      ReviewKey(field: field, kind: lines[0].part.kind), hunks: lines.map(\.part.hunks))
    return try zip(found.review.parts, found.hunks).map { part, hunks in
      guard let line = lines.first(where: { $0.part.hunks == hunks }) else {
        throw StoreFailure.damaged("a part without its line")
      }
      return try open(line, named: found.review.label(of: part), in: entry)
    }
  }

  private func open(
    _ line: PartLine, named name: String, in entry: EntryID
  ) throws -> OpenReview {
    let key = FieldKey(entry: entry, element: line.element, field: line.part.field)
    let isDeletion = line.part.kind == .deletion
    return OpenReview(
      review: line.review, part: KnownPart(field: key, part: line.part), name: name,
      kind: Review.Kind(line.part.kind), entry: entry, title: line.title,
      place: Review.place(of: key.field.name.string, in: key.element, isWhole: isDeletion),
      values: line.values,
      removers: try writers(line.removers) { try transaction.removals(of: key) },
      writers: try writers(line.writers) { line.part.hunks.map(\.envelope) })
  }

  /// Who wrote, this machine first.
  ///
  /// - Parameter envelopes: the changes that were written; where the log of a device has forked, only these
  ///   tell which of its changes were made here.
  private func writers(
    _ writes: [PartLine.LastWrite], of envelopes: () throws -> [EnvelopeID]
  ) throws -> [Writer] {
    guard !writes.contains(where: { writers.isForked($0.device) }) else {
      return try writers(of: envelopes())
    }
    let found = writes.map { writers.writer(of: $0.device, at: $0.timestamp) }
    return found.filter(\.isLocal) + found.filter { !$0.isLocal }
  }

  /// Who made some changes, each once with the last of its changes, this machine first.
  private func writers(of envelopes: [EnvelopeID]) throws -> [Writer] {
    var found: [Writer] = []
    var last: EnvelopeID?
    for envelope in envelopes where envelope != last {
      last = envelope
      guard let (order, timestamp) = try transaction.changeAuthor(of: envelope) else {
        continue
      }
      let writer = try writers.writer(of: order, at: timestamp)
      let known = found.firstIndex {
        $0.device == writer.device && $0.isLocal == writer.isLocal
      }
      guard let known else {
        found.append(writer)
        continue
      }
      if found[known].milliseconds < writer.milliseconds { found[known] = writer }
    }
    return found.filter(\.isLocal) + found.filter { !$0.isLocal }
  }
}
