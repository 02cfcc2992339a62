internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

// A journal may have a thousand open reviews, and a line tells little of each. Who met is known from
// the changes that name a part, so no text is replayed for it; only where a field has several parts,
// whose numbers depend on their places, the whole review is read.

extension ReviewReader {
  /// The open parts of all entries; those of the entry touched last come first.
  func lines() throws -> [OpenReview] {
    try transaction.storedViewsUnderReview().flatMap { try lines(of: EntryView($0)) }
  }

  private func lines(of view: EntryView) throws -> [OpenReview] {
    let title = view.title
    return try view.openReviews.flatMap { key, hunks in
      let id = key.id
      func line(_ name: String, _ hunks: [HunkID]) throws -> OpenReview {
        let isDeletion = key.kind == .deletion
        return OpenReview(
          review: id,
          part: KnownPart(
            field: key.field,
            part: OpenPart(field: key.field.field, kind: key.kind, hunks: hunks)),
          name: name, kind: Review.Kind(key.kind), entry: view.id, title: title,
          place: Review.place(
            of: key.field.field.name.string, in: key.field.element, isWhole: isDeletion),
          values: key.kind == .value ? view.values(of: key.field) : [],
          removers: isDeletion ? try removers(of: key.field) : [],
          writers: try writers(of: hunks))
      }
      guard hunks.count > 1 else { return [try line(id.shortText, hunks[0])] }
      let found = try found(key, hunks: hunks)
      return try zip(found.review.parts, found.hunks).map { part, hunks in
        try line(found.review.label(of: part), hunks)
      }
    }
  }

  /// Who made the changes that name a part, each once with the last of its changes, this machine first.
  private func writers(of hunks: [HunkID]) throws -> [Writer] {
    var found: [Writer] = []
    var last: EnvelopeID?
    for hunk in hunks where hunk.envelope != last {
      last = hunk.envelope
      guard let (order, timestamp) = try transaction.changeAuthor(of: hunk.envelope) else {
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

  private func removers(of key: FieldKey) throws -> [Writer] {
    let contested = try transaction.presence(of: key.entry, key.element)?.contested ?? []
    return try writers(of: contested.map { HunkID(envelope: $0.change.envelope, number: 0) })
  }
}

extension EntryView {
  /// The values of a register of the entry or of an element, the one that is shown first.
  fileprivate func values(of key: FieldKey) -> [String] {
    let view =
      key.element.map { element in
        list(element.list.name.string).first { $0.id == element.id }?.value(of: key.field)
      } ?? value(of: key.field.name.string)
    guard case .register(let shown, let others)? = view else { return [] }
    return [shown] + others
  }
}
