internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension ReviewReader {
  /// How the review of a text ended: by the last answer, by the removal of its entry, or by what was
  /// written since.
  func endedOverlap(_ key: ReviewKey) throws -> EndedReview? {
    guard case .text(let field)? = try transaction.state(of: key.field)?.value else { return nil }
    let now = field.shown.text
    let history = try memory.shelf.history(of: key.field)
    if let answer = try lastAnswer(in: history) {
      let parts = try parts(answeredBy: answer, in: history)
      if !parts.isEmpty {
        return try ended(key, parts, by: history.indices[answer], .decided, now: now)
      }
    }
    guard !field.conflicts.isEmpty else { return nil }
    let removal = field.standing.contains(where: \.isOpen) ? try removal(of: key.field) : nil
    var reviews = TextReviews(history.text)
    let parts = reviews.parts(of: field.conflicts.hunks)
      .filter { removal == nil || $0.isOpen }
    let shown = field.shown
    let told = try parts.enumerated().map { number, part in
      let place = shown.places.first { $0.hunks == part.hunks }
      return try self.part(
        part, number: number + 1, of: history.indices, current: now, region: part.words,
        from: place?.shown.lowerBound ?? 0)
    }
    guard !told.isEmpty else { return nil }
    return try ended(key, told, by: removal, removal == nil ? .settled : .removed, now: now)
  }

  /// What a change chose for each part of a text that it decided; `nil` for words of its author's own.
  func answers(of change: Int, in key: FieldKey) throws -> [ReviewAnswer?] {
    let history = try memory.shelf.history(of: key)
    guard let event = history.indices.firstIndex(of: change) else { return [] }
    return review(
      ReviewKey(field: key, kind: .overlap), try parts(answeredBy: event, in: history)
    ).answersThatStand
  }

  /// The event that answered last: of those that no other answer had seen, the latest.
  private func lastAnswer(in history: FieldHistory) throws -> Int? {
    let undos = try memory.shelf.undos()
    let answers = history.text.events.indices.filter { event in
      !undos.isVoid(history.indices[event])
        && history.text.events[event].operations.contains { !$0.answered.isEmpty }
    }
    return try history.text.graph.maximal(answers).max { left, right in
      let stamps = try [left, right].map { try transaction.changeStamp(at: history.indices[$0]) }
      return (stamps[0].timestamp, stamps[0].order.envelope)
        < (stamps[1].timestamp, stamps[1].order.envelope)
    }
  }

  /// The parts that an event answered, as its author had them before them, with what then stood there.
  private func parts(answeredBy answer: Int, in history: FieldHistory) throws -> [Review.Part] {
    let event = history.text.events[answer]
    let seen = (0..<answer).filter {
      history.text.graph.isAncestor($0, orEqualToAnyOf: event.parents)
    }
    let places = Dictionary(uniqueKeysWithValues: seen.enumerated().map { ($1, $0) })
    let events = seen.map { place in
      var known = history.text.events[place]
      known.parents = known.parents.compactMap { places[$0] }
      return known
    }
    let before = TextHistory(events: events, text: history.text.text(at: event.parents))
    let after = history.text.text(at: [answer])
    let answered = Set(event.operations.flatMap(\.answered))
    var reviews = TextReviews(before)
    let asked = reviews.parts(of: reviews.meetings().conflicts)
      .filter { !answered.isDisjoint(with: $0.hunks) }
    return try asked.enumerated().map { number, part in
      let place = part.place(after: event.operations)
      return try self.part(
        part, number: number + 1, of: seen.map { history.indices[$0] }, current: after,
        region: after.scalars(place), from: place.lowerBound)
    }
  }
}

extension TextOperation {
  /// The hunks that it decides about.
  fileprivate var answered: [HunkID] {
    if case .answer(let hunks) = self { hunks } else { [] }
  }
}

extension TextPart {
  /// Where its words stand once some operations are done, of which those behind its answer are its own.
  fileprivate func place(after operations: [TextOperation]) -> Range<Int> {
    var (start, end) = (place.lowerBound, place.upperBound)
    var isOwn = false
    for operation in operations {
      switch operation {
      case .answer(let hunks): isOwn = !Set(hunks).isDisjoint(with: self.hunks)
      case .insert(let position, let text):
        let count = text.unicodeScalars.count
        if isOwn ? start <= position && position <= end : start < position && position < end {
          end += count
        } else if position <= start {
          (start, end) = (start + count, end + count)
        }
      case .delete(let position, let count):
        func left(_ place: Int) -> Int { place - max(0, min(place, position + count) - position) }
        (start, end) = (left(start), left(end))
      case .same: break
      }
    }
    return start..<end
  }
}

extension String {
  /// Its scalars at some positions.
  fileprivate func scalars(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
    return String(view)
  }
}
