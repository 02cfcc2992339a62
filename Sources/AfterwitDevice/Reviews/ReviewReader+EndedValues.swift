internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension ReviewReader {
  /// How the review of a value ended: by the last write that had seen several.
  func endedValue(_ key: ReviewKey) throws -> EndedReview? {
    guard case .register(let register)? = try transaction.state(of: key.field)?.value else {
      return nil
    }
    let past = Past(memory, entry: key.field.entry)
    let writes = try past.writes(of: key.field)
    var ends: [Int: (seen: Register, base: String?)] = [:]
    for write in writes {
      let parents = try transaction.changeStamp(at: write.index).parents
      guard let seen = try past.seen(of: writes, by: parents), !seen.register.others.isEmpty else {
        continue
      }
      ends[write.index] = (seen.register, seen.base)
    }
    if let last = try last(of: Array(ends.keys), past), let (seen, base) = ends[last] {
      let value = writes.first { $0.index == last }?.value
      let part = try part(
        of: seen, in: key.field, base: base, current: value?.isEmpty == true ? nil : value)
      return try ended(key, [part], by: last, .decided, now: register.shown)
    }
    guard !register.others.isEmpty, let removal = try removal(of: key.field) else { return nil }
    let base = try past.value(of: key.field, at: try past.common(register.writes.map(\.index)))
    let part = try part(of: register, in: key.field, base: base, current: register.shown)
    return try ended(key, [part], by: removal, .removed, now: register.shown)
  }

  /// How the review of a deletion ended: by the last mark that had seen it contested.
  func endedDeletion(_ key: ReviewKey) throws -> EndedReview? {
    let element = key.field.element
    let past = Past(memory, entry: key.field.entry)
    let touches = try past.touches(of: key.field)
    var ends: [Int: (deletions: [Int], contestants: [Int])] = [:]
    for mark in touches where mark.touch != .edit {
      let met = try past.contested(
        among: touches, at: transaction.changeStamp(at: mark.index).parents)
      if !met.deletions.isEmpty { ends[mark.index] = met }
    }
    guard let last = try last(of: Array(ends.keys), past), let met = ends[last] else { return nil }
    let isRemoval = touches.contains { $0.index == last && $0.touch == .deletion }
    let part = try part(
      ofDeletions: met.deletions, contestedBy: met.contestants, of: element, tellsPast: true,
      now: try transaction.changeStamp(at: last).parents, past)
    return try ended(
      key, [part], by: last, .decided, answers: [isRemoval ? .remove : .keep],
      now: past.words(of: element, at: try transaction.frontier()))
  }

  /// The change that ended a review last: of those that no other of them had seen, the latest.
  private func last(of changes: [Int], _ past: Past) throws -> Int? {
    try past.maximal(changes).map { try transaction.changeStamp(at: $0) }
      .max { ($0.timestamp, $0.order.envelope) < ($1.timestamp, $1.order.envelope) }?.index
  }
}
