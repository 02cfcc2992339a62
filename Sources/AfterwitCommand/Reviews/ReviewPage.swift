internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding

/// A review as a page to read: what met and where, then before, each side, and what stands now.
struct ReviewPage {
  /// How the page is dressed.
  let style: Style
  /// The review.
  let review: Review
  /// Whether the person named one part, so that the next steps name it too.
  let namesPart: Bool

  /// The page, without a final newline.
  func text(title: String) -> String {
    let head = [
      style.bold(style.line(title.isEmpty ? "(no title)" : title)),
      style.faint(
        [review.id.shortText, "entry " + review.entry.shortText, style.line(review.field)]
          .joined(separator: " · ")),
    ]
    let parts = review.parts.map { part in
      ([sentence(part)] + blocks(part)).joined(separator: "\n")
    }
    return ([head.joined(separator: "\n")] + parts).joined(separator: "\n\n")
  }

  /// What a person may type to decide.
  var nextSteps: [String] {
    guard let part = review.parts.first else { return [] }
    let command = "Decide: afterwit review resolve " + label(of: part) + " "
    let sides = choices(part)
    let first = sides.first ?? "current"
    var others = sides.dropFirst() + []
    switch review.kind {
    case .overlap:
      others += ["both", "base", "current", "edit", "--text TEXT"]
    case .value: others += ["base", "current", "--text VALUE"]
    case .deletion: break
    }
    var steps = [command + first + " (or " + others.joined(separator: ", ") + ")"]
    if review.parts.count > 1 {
      steps.append("Without .\(part.number), the answer is for every open part.")
    }
    return steps
  }

  /// The words that name the sides.
  private func choices(_ part: Review.Part) -> [String] {
    let isPair = part.sides.count == 2 && part.sides.count(where: \.isLocal) == 1
    return (isPair ? part.nearestFirst : part.sides).map { side in
      let word = isPair ? side.isLocal ? "mine" : "theirs" : "side \(side.number)"
      guard review.kind == .deletion else { return word }
      return word + (side.number == 1 ? " to delete it" : " to keep it")
    }
  }

  private func label(of part: Review.Part) -> String {
    namesPart ? review.id.shortText + ".\(part.number)" : review.label(of: part)
  }

  /// What met, and where.
  private func sentence(_ part: Review.Part) -> String {
    let places = part.places.map(style.line)
    let name = review.parts.count > 1 ? style.bold(label(of: part)) + ": " : ""
    switch review.kind {
    case .overlap:
      let lines = RegionContext(part).current?.lines.map { ", " + $0 } ?? ""
      let twice = places.count > 1 ? "" : " twice"
      return name + places.joinedAsProse.capitalizedFirst + " rewrote the same words\(twice) in "
        + style.line(review.field) + lines + "."
    case .value:
      return name + places.joinedAsProse.capitalizedFirst + " set " + style.line(review.field)
        + " to different values."
    case .deletion:
      let others = part.otherPlaces.map(style.line)
      return (part.sides.first.map { style.line($0.place) } ?? "another machine").capitalizedFirst
        + " deleted this entry, and " + others.joinedAsProse
        + (part.sides.dropFirst().contains { !$0.editedFields.isEmpty } ? " edited" : " kept")
        + " it without knowing. It stays in sight until you decide."
    }
  }
}

extension ReviewPage {
  /// Before, each side, and now: a line that names it, then its words, indented.
  private func blocks(_ part: Review.Part) -> [String] {
    let context = RegionContext(part)
    var blocks: [String] = []
    if review.kind != .deletion {
      blocks.append(block("before", indented(context.base?.text ?? "(nothing)")))
    } else if let base = part.base {
      blocks.append(block("before", indented(base.shortenedInTheMiddle)))
    }
    for side in part.sides {
      let head =
        style.bold("side \(side.number)") + ", " + style.line(side.place) + ", "
        + style.faint(Moment(milliseconds: side.milliseconds).local)
      let body = review.kind == .deletion ? entry(side, of: part) : words(side, context)
      blocks.append(head + "\n" + body)
    }
    // Of an entry that one machine deleted, what stands now is what the other machine wrote.
    if review.kind != .deletion {
      blocks.append(block("now", indented(context.current?.text ?? "(nothing)")))
    }
    return blocks
  }

  private func block(_ name: String, _ body: String) -> String {
    style.bold(name) + "\n" + body
  }

  /// A side's words; those that differ from the words before are marked.
  private func words(_ side: Review.Side, _ context: RegionContext) -> String {
    guard let excerpt = context.sides[side.number] else { return indented("(nothing)") }
    guard let base = context.base else { return indented(excerpt.text) }
    let difference = WordDifference(from: base.words, to: excerpt.words)
    // Where one value replaces another, there is nothing to mark.
    guard review.kind == .overlap || difference.sharesWords else { return indented(excerpt.text) }
    return indentedLines(
      style.plain(excerpt.before) + difference.runs.map(marked).joined()
        + style.plain(excerpt.behind))
  }

  /// What a side made of the entry: its deletion, or its text with the changed words marked.
  private func entry(_ side: Review.Side, of part: Review.Part) -> String {
    guard side.number > 1 else { return indented("(deleted)") }
    guard let text = side.text else { return indented(edited(side)) }
    guard let base = part.base else { return indented(text.shortenedInTheMiddle) }
    let difference = WordDifference(from: base, to: text)
    guard difference.runs.contains(where: \.isChange) else { return indented(edited(side)) }
    let runs = difference.runs.map { run in
      if case .same(let words) = run {
        WordDifference.Run.same(words.shortenedInTheMiddle)
      } else {
        run
      }
    }
    return indented(edited(side)) + "\n" + indentedLines(runs.map(marked).joined())
  }

  private func edited(_ side: Review.Side) -> String {
    side.editedFields.isEmpty
      ? "(kept)" : "(edited: " + side.editedFields.map(style.line).joined(separator: ", ") + ")"
  }

  private func marked(_ run: WordDifference.Run) -> String {
    switch run {
    case .same(let words):
      return style.plain(words)
    case .changed(let old, let new):
      let space = old.isEmpty || new.isEmpty ? "" : " "
      return style.removed(style.plain(old)) + space + style.added(style.plain(new))
    }
  }

  private func indented(_ text: String) -> String {
    indentedLines(style.plain(text))
  }

  private func indentedLines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }
}
