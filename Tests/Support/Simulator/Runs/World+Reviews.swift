internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitTestRandomness
internal import AfterwitText

// Reviews are open where people met, which people seldom do by chance: in a clash two of them give
// commands about the same words, the same value or the same entry before either can know of the
// other. Who decides may have looked at the review long before; what was shown then may have
// changed, and then nothing may be decided, or only what still stands as it was shown.

extension World {
  /// Lets two people write over the same thing, each on what their own device shows.
  func clash(_ machine: Machine, using random: inout SeededGenerator) throws {
    let others = machines.filter { $0 !== machine }
    guard let other = others.randomElement(using: &random),
      let entry = anyEntry(using: &random),
      let left = try? machine.running().entry(entry), !left.isDeleted,
      let right = try? other.running().entry(entry), !right.isDeleted
    else { return }
    let views = [(machine, left), (other, right)]
    let marks = [left, right].map { view in
      Typing.marks(in: view.text("happened")).filter { mark in
        view.text("happened").unicodeScalars.count { $0 == mark } == 1
      }
    }
    let mark = marks[0].filter(Set(marks[1]).contains).randomElement(using: &random)
    let kind = Int.random(in: 0..<8, using: &random)
    for (place, (machine, view)) in views.enumerated() {
      let order =
        switch (kind, mark) {
        case (0, let mark?): correct(mark, in: view)
        case (1...4, let mark?): rewrite(mark, in: view)
        case (5, _): setTitle(of: view, using: &random)
        case (6, _): setMood(of: view, using: &random)
        default: place == 0 ? remove(view) : order(on: view, using: &random)
        }
      try execute(order, on: machine, using: &random)
    }
  }

  /// Replaces a mark by a new one.
  private func rewrite(_ mark: Unicode.Scalar, in view: EntryView) -> Order {
    replace(mark, by: typing.nextMark(), in: view)
  }

  /// Replaces a mark as everybody would.
  private func correct(_ mark: Unicode.Scalar, in view: EntryView) -> Order {
    let correction = Typing.correction(of: mark)
    let isFree =
      mark.value < correction.value - 1
      && !view.text("happened").unicodeScalars.contains(correction)
      && mark.value < 0x24000
    return isFree ? replace(mark, by: correction, in: view) : rewrite(mark, in: view)
  }

  private func replace(
    _ mark: Unicode.Scalar, by other: Unicode.Scalar, in view: EntryView
  ) -> Order {
    let shown = view.text("happened")
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: shown.unicodeScalars.map { $0 == mark ? other : $0 })
    let text = String(scalars)
    return edit(
      view, "rewrite", [.replace(field: "happened", text: text)],
      [
        .text(field: "happened", edit: MarkEdit(from: shown, to: text)),
        .rewrote(field: "happened", mark: mark, by: other),
      ])
  }

  /// Lets a person look at what is open.
  func look(on machine: Machine) throws {
    machine.looked = try machine.running().reviews()
    trace.note("  \(machine.looked.count) reviews are open")
  }

  /// Decides about an open review; `false` where nothing is open.
  ///
  /// - Parameter isLast: whether nobody will save what is opened in an editor.
  @discardableResult
  func decide(
    on machine: Machine, using random: inout SeededGenerator, isLast: Bool = false
  ) throws -> Bool {
    // Nothing here holds the device: it must end where the machine crashes.
    var isFresh = machine.looked.isEmpty || Bool.random(using: &random)
    if isFresh { machine.looked = try machine.running().reviews() }
    guard let review = machine.looked.randomElement(using: &random) else { return false }
    if Int.random(in: 0..<4, using: &random) == 0 {
      try write(over: review, on: machine, using: &random)
      isFresh = false
    }
    // Who deletes an entry must have been shown all of it, and a review tells only some.
    let isCurrent =
      try (isFresh || review.kind != .deletion)
      && machine.running().reviews(asShown: false).contains(review)
    let choice = Choice(about: review, typing: &typing, using: &random)
    if review.kind == .overlap, review.element == nil, !isLast,
      Int.random(in: 0..<6, using: &random) == 0, isCurrent
    {
      try openDraft(of: review, on: machine)
      return true
    }
    let before = try machine.running().entry(review.entry)
    try execute(
      order(for: choice, isCurrent: isCurrent, before: before), on: machine, using: &random)
    return true
  }

  /// Writes over what a review is about, after it was looked at.
  private func write(
    over review: Review, on machine: Machine, using random: inout SeededGenerator
  ) throws {
    let view = try machine.running().entry(review.entry)
    guard !view.isDeleted else { return }
    let shown = view.text("happened").unicodeScalars
    let marks = Typing.marks(in: review.parts.compactMap(\.currentRegion).joined()).filter { mark in
      shown.count { $0 == mark } == 1
    }
    let order =
      switch (review.kind, review.path, marks.randomElement(using: &random)) {
      case (.overlap, _, let mark?): rewrite(mark, in: view)
      case (.value, "title", _): setTitle(of: view, using: &random)
      case (.value, "mood", _): setMood(of: view, using: &random)
      default: order(on: view, using: &random)
      }
    try execute(order, on: machine, using: &random)
  }

  /// The command of a decision.
  ///
  /// - Parameter isCurrent: whether the review is still as the person looked at it.
  private func order(for choice: Choice, isCurrent: Bool, before: EntryView) -> Order {
    let review = choice.review
    let result = choice.result
    let mustSucceed = isCurrent && result != .refused
    var order = Order(
      name: "decide \(review.kind) \(choice.part.map(String.init) ?? "all") \(choice.answer.name)"
        + (choice.replacesEdits ? " --replace" : ""),
      entry: review.entry, effects: []
    ) { device in
      do {
        try device.resolve(
          choice.name, with: choice.answer, replacingEdits: choice.replacesEdits)
      } catch let failure as DeviceFailure
        where failure.code == .failed && mustSucceed && failure.isOfReview
      {
        throw Violation(.reviews, "a review that has not changed is refused: \(failure)")
      }
      guard !isCurrent || result != .refused else {
        throw Violation(.reviews, "a decision was taken that cannot be meant")
      }
      return review.entry
    }
    if !mustSucceed { order.refusals = [.usage, .notFound] }
    order.outcome = { device in
      let after = try device.entry(review.entry)
      if isCurrent { try choice.check(after) }
      return try choice.effects(from: before, to: after, isCurrent: isCurrent)
    }
    return order
  }

  /// Opens what stands in a review in an editor.
  private func openDraft(of review: Review, on machine: Machine) throws {
    let device = try machine.running()
    let version = Set(try device.shownVersion())
    let open = try device.entry(review.entry).openParts.filter {
      $0.kind == .overlap && $0.field.name.string == review.field
    }
    let draft = try device.openDraft(review: review.id.text)
    let decided = Deed.Effect.decided(
      field: review.field, kind: .overlap, hunks: Set(open.flatMap(\.hunks)), isWhole: true)
    machine.drafts.append(OpenDraft(draft: draft, version: version, decided: decided))
    trace.note("  a review in an editor")
  }
}

extension ReviewAnswer {
  /// The word that a person types.
  fileprivate var name: String {
    switch self {
    case .mine: "mine"
    case .theirs: "theirs"
    case .side(let number): "side \(number)"
    case .keep: "keep"
    case .remove: "remove"
    case .both: "both"
    case .base: "base"
    case .current: "current"
    case .text: "--text"
    }
  }
}

extension DeviceFailure {
  /// Whether it says that a review has changed.
  fileprivate var isOfReview: Bool { if case .review(.changed) = cause { true } else { false } }
}
