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
      case .hidden(let isHidden): self.isHidden(in: view) == isHidden
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
      field: review.path(of: gone[0]), kind: gone[0].kind, hunks: Set(gone.flatMap(\.hunks)),
      isWhole: gone == left)
    switch review.kind {
    case .value: return [decided, .register(field: review.path, value: shown(by: after))]
    case .deletion: return [decided, isHidden(in: after) ? .deleted : .shown]
    case .overlap:
      let edit = MarkEdit(from: before.text(at: review.path), to: after.text(at: review.path))
      let known = Set(Typing.marks(in: parts.compactMap(\.current).joined(separator: " ")))
      guard edit.erased.isSubset(of: known) else {
        throw Violation(.nothingLost, "a decision erased words that nobody had looked at")
      }
      return [decided, .text(field: review.path, edit: edit)]
    }
  }

  private func shown(by view: EntryView) -> String {
    switch review.kind {
    case .overlap: view.text(at: review.path)
    case .value: view.register(at: review.path) ?? ""
    case .deletion: ""
    }
  }

  /// Whether what is decided about, an entry or an element, is not shown.
  private func isHidden(in view: EntryView) -> Bool {
    guard let element = review.element else { return view.isDeleted }
    return !view.elements.contains { $0.id == element.id }
  }

  /// The open parts of what is decided about.
  private func open(in view: EntryView) -> [OpenPart] {
    view.allOpenParts.filter { element, part in
      part.kind.name == review.kind.rawValue && element == review.element
        && (review.kind == .deletion || part.field.name.string == review.field)
    }.map(\.part)
  }
}

extension Review {
  /// The path of the field of a part of it.
  fileprivate func path(of part: OpenPart) -> String {
    let field = part.field.name.string
    return element?.path(field) ?? field
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
