internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// What a value or an entry was at a version that is not the present one is found by reading the
// changes that name the entry; no table is kept for a question that is asked so seldom.

extension ReviewReader {
  func value(_ key: ReviewKey, hunks: [[HunkID]]) throws -> FoundReview {
    guard case .register(let register)? = try transaction.state(of: key.field)?.value else {
      throw StoreFailure.damaged("a value under review is missing")
    }
    // The writes ascend by (timestamp, envelope id): of equal values the greatest stands for all.
    var latest: [ExactString: [Register.Write]] = [:]
    for write in register.writes {
      latest[ExactString(write.value), default: []].insert(write, at: 0)
    }
    let values = try ordered(latest.values.map { $0[0].index }).compactMap { index in
      latest.values.first { $0[0].index == index }
    }
    let names = try transaction.deviceNames()
    let sides = try values.enumerated().map { number, writes in
      let value = writes[0].value.nonEmpty
      return try side(
        number + 1, indices: writes.map(\.index), text: value, region: value, names: names)
    }
    var past = try Past(transaction, entry: key.field.entry)
    let base = try past.value(
      of: key.field.field, at: try past.common(register.writes.map(\.index)))
    let part = Review.Part(
      number: 1, sides: sides, base: base, current: register.shown, baseRegion: base,
      currentRegion: register.shown, baseRegionStart: 0, currentRegionStart: 0)
    return FoundReview(review: review(key, [part]), key: key.field, hunks: hunks)
  }

  func deletion(_ key: ReviewKey, hunks: [[HunkID]]) throws -> FoundReview {
    let entry = key.field.entry
    let contested = try transaction.presence(of: entry)?.contested ?? []
    let deletions = try contested.map { try transaction.changeStamp(at: $0.change.index) }
      .sorted { ($1.timestamp, $1.order.envelope) < ($0.timestamp, $0.order.envelope) }
    guard !deletions.isEmpty else {
      throw StoreFailure.damaged("a deletion under review is missing")
    }
    var past = try Past(transaction, entry: entry)
    let edits = try ordered(past.maximal(contested.flatMap { $0.contestants.map(\.index) }))
    let names = try transaction.deviceNames()
    var sides = [
      try side(1, indices: deletions.map(\.index), text: nil, region: nil, names: names)
    ]
    let common = try past.common(deletions.map(\.index) + edits)
    for index in edits {
      let words = try past.words(at: [index])
      sides.append(
        try side(
          sides.count + 1, indices: [index], text: words, region: words,
          editedFields: past.fields(editedIn: [index], since: common), names: names))
    }
    let base = try past.words(at: common)
    let current = try past.words(at: try transaction.frontier())
    let part = Review.Part(
      number: 1, sides: sides, base: base, current: current, baseRegion: base,
      currentRegion: current, baseRegionStart: 0, currentRegionStart: 0)
    let view = try transaction.view(of: entry)
    return FoundReview(
      review: review(key, [part]), key: key.field, hunks: hunks,
      context: Domain.view.hash(view?.canonicalBytes ?? []))
  }

  /// Changes by device, number and envelope.
  private func ordered(_ indices: [Int]) throws -> [Int] {
    try indices.map { try transaction.changeStamp(at: $0) }.sorted { $0.order < $1.order }
      .map(\.index)
  }
}

/// What an entry showed at versions that are gone.
private struct Past {
  private let entry: EntryID
  private let kind: Kind?
  private var shelf: StoreShelf
  private let changes: [(stamp: ChangeStamp, change: Change)]

  init(_ transaction: Transaction, entry: EntryID) throws {
    self.entry = entry
    kind = try transaction.view(of: entry)?.kind
    shelf = try StoreShelf(reading: transaction)
    changes = try transaction.changes(naming: entry)
  }

  mutating func common(_ indices: [Int]) throws -> [Int] {
    try shelf.commonAncestors(of: indices)
  }

  mutating func maximal(_ indices: [Int]) throws -> [Int] {
    let indices = Set(indices).sorted()
    return try shelf.maximal(among: indices, atOrBefore: indices)
  }

  /// The value that a register showed, or `nil` where it showed none.
  mutating func value(of field: FieldName, at version: [Int]) throws -> String? {
    var values: [Int: (stamp: ChangeStamp, value: String)] = [:]
    for (stamp, change) in changes {
      for block in change.blocks where block.key == FieldKey(entry: entry, field: field) {
        guard case .register(let value) = block.operations else { continue }
        values[stamp.index] = (stamp, value)
      }
    }
    let current = try shelf.maximal(among: values.keys.sorted(), atOrBefore: version)
    return current.compactMap { values[$0] }.max {
      ($0.stamp.timestamp, $0.stamp.order.envelope) < ($1.stamp.timestamp, $1.stamp.order.envelope)
    }?.value.nonEmpty
  }

  /// The fields that changes of one version edited and those of another did not, by name.
  mutating func fields(editedIn version: [Int], since past: [Int]) throws -> [String] {
    var names: Set<String> = []
    for (stamp, change) in changes {
      guard try shelf.isAncestor(stamp.index, orEqualToAnyOf: version),
        try !shelf.isAncestor(stamp.index, orEqualToAnyOf: past)
      else { continue }
      let blocks = change.blocks.filter { $0.key.entry == entry && $0.key.field != .presence }
      names.formUnion(blocks.map(\.key.field.name.string))
    }
    return names.sorted()
  }

  /// The words by which a person knows the entry: its main text, or its title.
  mutating func words(at version: [Int]) throws -> String? {
    guard let kind else { return nil }
    let history = try shelf.history(of: FieldKey(entry: entry, field: kind.defaultField))
    let known = try shelf.maximal(among: history.indices, atOrBefore: version)
    let positions = known.compactMap { index in history.indices.firstIndex(of: index) }
    let text = positions.isEmpty ? "" : history.text.text(at: positions)
    if !text.isEmpty { return text }
    return try value(of: FieldName("title", family: .register), at: version)
  }
}

extension String {
  /// The string, or `nil` for an empty one.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
