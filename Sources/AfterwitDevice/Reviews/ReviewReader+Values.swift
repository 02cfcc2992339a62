internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// What a value or an entry was at an earlier version is found by reading all changes that name the
// entry. The question is too rare to keep a table for it.

extension ReviewReader {
  func value(
    _ key: ReviewKey, hunks: [[HunkID]], tellsPast: Bool
  ) throws -> FoundReview {
    guard case .register(let register)? = try transaction.state(of: key.field)?.value else {
      throw StoreFailure.damaged("a value under review is missing")
    }
    let past = Past(memory, entry: key.field.entry)
    let base =
      tellsPast
      ? try past.value(of: key.field, at: try past.common(register.writes.map(\.index))) : nil
    let part = try part(of: register, in: key.field, base: base, current: register.shown)
    return FoundReview(review: review(key, [part]), key: key.field, hunks: hunks)
  }

  /// What asks which of a register's values is meant.
  func part(
    of register: Register, in field: FieldKey, base: String?, current: String?
  ) throws -> Review.Part {
    // The writes ascend by (timestamp, envelope id), so the greatest write of equal values comes
    // first.
    var latest: [ExactString: [Register.Write]] = [:]
    for write in register.weightyWrites {
      latest[ExactString(write.value), default: []].insert(write, at: 0)
    }
    let values = try ordered(latest.values.map { $0[0].index }).compactMap { index in
      latest.values.first { $0[0].index == index }
    }
    let sides = try values.enumerated().map { number, writes in
      let value = Register(writes: writes).shown
      return try side(
        number + 1, indices: writes.map(\.index), text: value, region: value)
    }
    return Review.Part(
      number: 1, sides: sides, base: base, current: current, baseRegion: base,
      currentRegion: current, baseRegionStart: 0, currentRegionStart: 0,
      together: try together(sides, in: field))
  }

  /// All values one after another, where the field takes words; `nil` where it takes one of some.
  private func together(_ sides: [Review.Side], in field: FieldKey) throws -> String? {
    let definition = try transaction.definition(of: field)
    guard definition?.rule == .words else { return nil }
    return sides.compactMap(\.text).joined(separator: " / ")
  }

  func deletion(
    _ key: ReviewKey, hunks: [[HunkID]], tellsPast: Bool
  ) throws -> FoundReview {
    let contested =
      try transaction.presence(of: key.field.entry, key.field.element)?.contested ?? []
    guard !contested.isEmpty else {
      throw StoreFailure.damaged("a deletion under review is missing")
    }
    let past = Past(memory, entry: key.field.entry)
    let part = try part(
      ofDeletions: contested.map(\.change.index),
      contestedBy: contested.flatMap { $0.contestants.map(\.index) }, of: key.field.element,
      tellsPast: tellsPast, now: try transaction.frontier(), past)
    let view = try transaction.view(of: key.field.entry)
    return FoundReview(
      review: review(key, [part]), key: key.field, hunks: hunks,
      context: Domain.view.hash(view?.canonicalBytes ?? []))
  }

  /// What asks whether an entry, or an element of it, stays.
  ///
  /// - Parameter now: the version whose words are told as those that stand.
  func part(
    ofDeletions deletions: [Int], contestedBy contestants: [Int], of element: ListElement?,
    tellsPast: Bool, now: [Int], _ past: Past
  ) throws -> Review.Part {
    let deletions = try deletions.map { try transaction.changeStamp(at: $0) }
      .sorted { ($1.timestamp, $1.order.envelope) < ($0.timestamp, $0.order.envelope) }
      .map(\.index)
    let edits = try ordered(past.maximal(contestants))
    var sides = [try side(1, indices: deletions, text: nil, region: nil)]
    let common = tellsPast ? try past.common(deletions + edits) : []
    for index in edits {
      let words = tellsPast ? try past.words(of: element, at: [index]) : nil
      sides.append(
        try side(
          sides.count + 1, indices: [index], text: words, region: words,
          editedFields: tellsPast
            ? past.fields(editedIn: [index], since: common, of: element) : []))
    }
    let base = tellsPast ? try past.words(of: element, at: common) : nil
    let current = try past.words(of: element, at: now)
    return Review.Part(
      number: 1, sides: sides, base: base, current: current, baseRegion: base,
      currentRegion: current, baseRegionStart: 0, currentRegionStart: 0, removedBy: 1)
  }

  /// The changes sorted by device, number and envelope.
  private func ordered(_ indices: [Int]) throws -> [Int] {
    try indices.map { try transaction.changeStamp(at: $0) }.sorted { $0.order < $1.order }
      .map(\.index)
  }
}
