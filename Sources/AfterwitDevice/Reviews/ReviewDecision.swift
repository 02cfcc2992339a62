internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText
internal import AfterwitWire

/// Turns what a person decided about a review into the operations that make it true.
struct ReviewDecision {
  private let found: FoundReview
  private let answer: ReviewAnswer
  private let definition: FieldDefinition?
  private let standpoint: Standpoint
  private let replacesEdits: Bool

  /// - Parameter replacesEdits: whether the answer also takes away what was written over the sides.
  init(
    _ found: FoundReview, answer: ReviewAnswer, replacesEdits: Bool,
    definition: FieldDefinition?, standpoint: Standpoint
  ) {
    self.replacesEdits = replacesEdits
    self.found = found
    self.answer = answer
    self.standpoint = standpoint
    self.definition = definition
  }

  /// The block of the change.
  /// - Throws: ``DeviceFailure`` of the code `usage` where the answer cannot be meant.
  func blocks() throws(DeviceFailure) -> [Change.Block] {
    let operations =
      switch found.review.kind {
      case .overlap: try text()
      case .value: try value()
      case .deletion: try presence()
      }
    guard case .presence(let mark) = operations, let element = found.key.element else {
      return [Change.Block(key: found.key, operations: operations)]
    }
    let ids = [element.id]
    let edits = mark == .deleted ? ListEdits(removed: ids) : ListEdits(restored: ids)
    return [
      Change.Block(
        key: FieldKey(entry: found.key.entry, field: element.list), operations: .list(edits))
    ]
  }

  /// What each place that is decided reads then; the whole field where its whole text is given.
  func reads() throws(DeviceFailure) -> [String?] {
    var reads: [String?] = []
    switch found.review.kind {
    case .overlap:
      if let text = answer.text { return [text] }
      for part in found.review.parts { reads.append(try words(for: part)) }
    case .value:
      if case .register(let value) = try value() { reads = [value] }
    case .deletion: break
    }
    return reads.map { $0?.isEmpty == true ? nil : $0 }
  }

  private func text() throws(DeviceFailure) -> Operations {
    let shown = found.shown
    guard case .text(let text) = answer else {
      try requireUnedited()
      var words: [[HunkID]: String] = [:]
      for (part, text) in zip(found.review.parts, found.texts) {
        words[text.hunks] = try self.words(for: part)
      }
      return .text(TextDifference.operations(answering: shown, with: words))
    }
    guard text.utf8.count <= Limits.body else {
      throw .edit(.textTooLarge(bytes: text.utf8.count, limit: Limits.body))
    }
    return .text(TextDifference.operations(from: shown, to: text))
  }

  /// What was written over the sides by somebody who had seen them is not taken away unasked.
  private func requireUnedited() throws(DeviceFailure) {
    guard answer != .current, !replacesEdits else { return }
    for part in found.review.parts where part.isEdited {
      throw .answer(.editedSince(part: part.number, review: found.review.id))
    }
  }

  private func words(for part: Review.Part) throws(DeviceFailure) -> String {
    switch answer {
    case .base: return part.baseRegion ?? ""
    case .current, .text: return part.currentRegion ?? ""
    case .both: return part.together ?? ""
    case .mine, .theirs, .side, .keep, .remove: return try side(of: part).region ?? ""
    }
  }

  private func value() throws(DeviceFailure) -> Operations {
    guard let part = found.review.parts.first else { return .register("") }
    switch answer {
    case .base: return .register(part.base ?? "")
    case .current: return .register(part.current ?? "")
    case .text(let value): return .register(try fitting(value))
    case .mine, .theirs, .side, .keep, .remove:
      return .register(try side(of: part).text ?? "")
    case .both:
      guard let together = part.together else {
        throw .answer(.takesOneValue(field: found.review.field, sides: part.sideNames))
      }
      return .register(try fitting(together))
    }
  }

  private func fitting(_ value: String) throws(DeviceFailure) -> String {
    var value = value
    if let definition {
      do throws(FieldDefinition.Misfit) {
        value = try definition.normalized(
          value, from: standpoint, direction: definition.direction)
      } catch {
        throw .answer(AnswerFact(error, of: value, field: found.review.field))
      }
    }
    guard value.utf8.count <= Register.valueLimit else {
      throw .answer(
        .valueTooLong(field: found.review.field, limit: Register.valueLimit))
    }
    return value
  }

  private func presence() throws(DeviceFailure) -> Operations {
    guard let part = found.review.parts.first else { return .presence(.restored) }
    switch answer {
    case .base, .current, .keep: return .presence(.restored)
    case .remove: return .presence(.deleted)
    case .mine, .theirs, .side:
      return .presence(try side(of: part).number == 1 ? .deleted : .restored)
    case .both, .text:
      throw .answer(.keptOrRemoved)
    }
  }

  /// The side that the answer names.
  private func side(of part: Review.Part) throws(DeviceFailure) -> Review.Side {
    switch answer {
    case .side(let number):
      guard let side = part.sides.first(where: { $0.number == number }) else {
        throw .answer(.noSide(number, sides: part.sideNames))
      }
      return side
    case .keep, .remove:
      guard part.sides.count == 2, let remover = part.removedBy else {
        throw .answer(.nothingRemoved(sides: part.sideNames))
      }
      return part.sides[(answer == .remove) == (part.sides[0].number == remover) ? 0 : 1]
    default:
      let local = part.sides.filter(\.isLocal)
      let remote = part.sides.filter { !$0.isLocal }
      guard part.sides.count == 2, let mine = local.first, let theirs = remote.first else {
        throw .answer(.notTwoSides(sides: part.sideNames))
      }
      return answer == .mine ? mine : theirs
    }
  }
}
