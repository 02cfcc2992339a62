internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitText

extension ReviewPage {
  private static let indent = 4

  /// An answer: its word, whose it is, and under it what it yields, with what differs marked.
  func answer(_ choice: Review.Choice, of part: Review.Part) -> String {
    let isOwn = isEnded && choice.answer == .current
    var head = DressedText(isOwn ? "own words" : choice.answer.word, .bold, in: style)
    for fact in facts(choice, of: part) { head.append(" · " + fact, .faint) }
    return head.text() + "\n" + yield(choice, of: part).text(indent: Self.indent)
  }

  private func facts(_ choice: Review.Choice, of part: Review.Part) -> [String] {
    var facts = choice.sides.flatMap { side in
      (side.writers.filter(\.isLocal) + side.writers.filter { !$0.isLocal }).map {
        $0.place + ", " + Moment(milliseconds: $0.milliseconds).local
      }
    }
    let fields = Set(choice.sides.flatMap(\.editedFields)).sorted()
    if !fields.isEmpty { facts.append("edited: " + fields.joined(separator: ", ")) }
    if choice.answer == .base { facts.append("what stood before") }
    if choice.answer == .current, !isEnded { facts.append("written over the sides since") }
    if choice.stands, review.kind != .deletion { facts.append(isEnded ? "decided" : "stands now") }
    return facts
  }

  /// What an answer yields, between what stands beside it.
  private func yield(_ choice: Review.Choice, of part: Review.Part) -> DressedText {
    if review.kind == .deletion { return entry(choice, of: part) }
    let context = review.kind == .overlap ? RegionContext(part) : nil
    var text = DressedText(style)
    text.append(context?.before ?? "", .faint)
    let comparison = TextComparison(
      from: part.baseRegion ?? "", to: choice.yields ?? "")
    if review.kind == .value, !comparison.sharesWords {
      // Where one value replaces another, there is nothing to mark.
      text.append(choice.yields ?? "(nothing)")
    } else {
      text.append(comparison)
    }
    text.append(context?.behind ?? "", .faint)
    return text.isEmpty ? DressedText("(nothing)", in: style) : text
  }

  /// What becomes of an entry; of a long text only what differs, and the ends of the rest.
  private func entry(_ choice: Review.Choice, of part: Review.Part) -> DressedText {
    guard choice.answer == .keep else {
      return DressedText(
        "(out of sight; afterwit restore \(review.subject.shortText) brings it back)", in: style)
    }
    guard let now = choice.yields else { return DressedText("(no text)", in: style) }
    var text = DressedText(style)
    text.append(TextComparison(from: part.base ?? "", to: now).shortened)
    return text
  }

  /// What a person may type to decide.
  var nextSteps: [String] {
    guard let part = review.parts.first else { return [] }
    let choices = review.choices(of: part)
    var words = choices.map(\.answer.word)
    // What stands is kept where anything else would take somebody's later words away.
    if part.isEdited { words = ["current"] + words.filter { $0 != "current" } }
    switch review.kind {
    case .overlap: words += ["edit", "--text TEXT"]
    case .value: words += ["--text VALUE"]
    case .deletion: break
    }
    let command = "Decide: afterwit review resolve \(label(of: part)) \(words[0])"
    var steps = [command + " (or \(words.dropFirst().joined(separator: ", ")))"]
    if part.isEdited {
      steps.append("What stands was written over the sides: another answer needs --replace.")
    }
    if review.parts.count > 1 {
      steps.append("Without .\(part.number), the answer is for every open part.")
    }
    return steps
  }
}
