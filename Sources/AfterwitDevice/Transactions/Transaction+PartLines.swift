internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

extension Transaction {
  /// What the lines of an entry's open parts tell, in the order of the view.
  func partLines(of view: EntryView) throws -> [PartLine] {
    let open = view.openReviews
    guard !open.isEmpty else { return [] }
    let title = view.title
    return try open.flatMap { key, parts in
      try parts.map { hunks in
        PartLine(
          review: key.id, element: key.field.element,
          part: OpenPart(field: key.field.field, kind: key.kind, hunks: hunks), title: title,
          values: key.kind == .value ? view.values(of: key.field) : [],
          removers: key.kind == .deletion ? try lastWrites(of: try removals(of: key.field)) : [],
          writers: try lastWrites(of: hunks.map(\.envelope)))
      }
    }
  }

  /// The deletions of an entry or an element that others' edits contest.
  func removals(of key: FieldKey) throws -> [EnvelopeID] {
    try (presence(of: key.entry, key.element)?.contested ?? []).map(\.change.envelope)
  }

  /// Who made some changes: each device once, with the time of the last of them.
  private func lastWrites(of envelopes: [EnvelopeID]) throws -> [PartLine.LastWrite] {
    var found: [PartLine.LastWrite] = []
    var last: EnvelopeID?
    for envelope in envelopes where envelope != last {
      last = envelope
      guard let (order, timestamp) = try changeAuthor(of: envelope) else { continue }
      if let known = found.firstIndex(where: { $0.device == order.device }) {
        found[known].timestamp = max(found[known].timestamp, timestamp)
      } else {
        found.append(PartLine.LastWrite(device: order.device, timestamp: timestamp))
      }
    }
    return found
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
