internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

// What a value or an entry was at an earlier version is found by reading all changes that name the
// entry. The question is too rare to keep a table for it.

extension ReviewReader {
  func value(_ key: ReviewKey, hunks: [[HunkID]]) throws -> FoundReview {
    guard case .register(let register)? = try transaction.state(of: key.field)?.value else {
      throw StoreFailure.damaged("a value under review is missing")
    }
    // The writes ascend by (timestamp, envelope id), so the greatest write of equal values comes
    // first.
    var latest: [ExactString: [Register.Write]] = [:]
    for write in register.writes {
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
    var past = try Past(transaction, entry: key.field.entry)
    let base = try past.value(
      of: key.field.field, at: try past.common(register.writes.map(\.index)))
    let part = Review.Part(
      number: 1, sides: sides, base: base, current: register.shown, baseRegion: base,
      currentRegion: register.shown, baseRegionStart: 0, currentRegionStart: 0,
      together: try together(sides, in: key.field))
    return FoundReview(review: review(key, [part]), key: key.field, hunks: hunks)
  }

  /// All values one after another, where the field takes words; `nil` where it takes one of some.
  private func together(_ sides: [Review.Side], in field: FieldKey) throws -> String? {
    let kind = try transaction.view(of: field.entry)?.kind
    guard kind?.field(named: field.field.name.string)?.rule == .words else { return nil }
    return sides.compactMap(\.text).joined(separator: " / ")
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
    var sides = [
      try side(1, indices: deletions.map(\.index), text: nil, region: nil)
    ]
    let common = try past.common(deletions.map(\.index) + edits)
    for index in edits {
      let words = try past.words(at: [index])
      sides.append(
        try side(
          sides.count + 1, indices: [index], text: words, region: words,
          editedFields: past.fields(editedIn: [index], since: common)))
    }
    let base = try past.words(at: common)
    let current = try past.words(at: try transaction.frontier())
    let part = Review.Part(
      number: 1, sides: sides, base: base, current: current, baseRegion: base,
      currentRegion: current, baseRegionStart: 0, currentRegionStart: 0, removedBy: 1)
    let view = try transaction.view(of: entry)
    return FoundReview(
      review: review(key, [part]), key: key.field, hunks: hunks,
      context: Domain.view.hash(view?.canonicalBytes ?? []))
  }

  /// The changes sorted by device, number and envelope.
  private func ordered(_ indices: [Int]) throws -> [Int] {
    try indices.map { try transaction.changeStamp(at: $0) }.sorted { $0.order < $1.order }
      .map(\.index)
  }
}
