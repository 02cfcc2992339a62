internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

extension Choice {
  /// Compares what stands after a decision with what was decided.
  func check(_ view: EntryView) throws {
    let isRight =
      switch result {
      case .refused: false
      case .stands(let words): ExactString(shown(by: view)) == ExactString(words)
      case .hidden(let isHidden): view.isDeleted == isHidden
      }
    guard isRight else {
      throw Violation(.reviews, "a decision about \(review.field) gave something else")
    }
  }

  /// What the decision did, by what stood before and after it.
  func effects(
    from before: EntryView, to after: EntryView, isCurrent: Bool
  ) throws -> [Deed.Effect] {
    let left = open(in: before)
    let gone = left.filter { !open(in: after).contains($0) }
    guard !gone.isEmpty, part == nil ? gone == left : gone.count == 1 else {
      throw Violation(.reviews, "a decision left its part of \(review.field) open")
    }
    let decided = Deed.Effect.decided(
      field: gone[0].field.name.string, kind: gone[0].kind, hunks: Set(gone.flatMap(\.hunks)),
      isWhole: gone == left)
    switch review.kind {
    case .value: return [decided, .register(field: review.field, value: shown(by: after))]
    case .deletion: return [decided, after.isDeleted ? .deleted : .shown]
    case .overlap:
      let edit = MarkEdit(from: before.text(review.field), to: after.text(review.field))
      let known = Set(Typing.marks(in: parts.compactMap(\.current).joined(separator: " ")))
      guard edit.erased.isSubset(of: known) else {
        throw Violation(.nothingLost, "a decision erased words that nobody had looked at")
      }
      return [decided, .text(field: review.field, edit: edit)]
    }
  }

  private func shown(by view: EntryView) -> String {
    switch review.kind {
    case .overlap: view.text(review.field)
    case .value: view.register(review.field) ?? ""
    case .deletion: ""
    }
  }

  /// The open parts of what is decided about.
  private func open(in view: EntryView) -> [OpenPart] {
    view.openParts.filter { part in
      part.kind.name == review.kind.rawValue
        && (review.kind == .deletion || part.field.name.string == review.field)
    }
  }
}

extension ReviewKind {
  /// The word for it.
  fileprivate var name: String {
    switch self {
    case .overlap: "overlap"
    case .value: "value"
    case .deletion: "deletion"
    }
  }
}
