internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitText

/// A review as a page to read: what met and where, then each answer with what it yields.
struct ReviewPage {
  /// The widest words that tell one part from another, in columns.
  private static let wordsLimit = 40

  /// How the page is dressed.
  let style: Style
  /// The review.
  let review: Review
  /// Whether the person named one part, so that the next steps name it too.
  let namesPart: Bool
  /// Whether it was decided, so that what stands in it is what was chosen.
  var isEnded = false

  /// The page, without a final newline.
  func text(title: String) -> String {
    let title = title.isEmpty ? "(no title)" : title
    let facts = [review.id.shortText, "entry " + review.entry.shortText, field]
    let head =
      style.bold(style.line(title, within: style.width)) + "\n"
      + DressedText(facts.joined(separator: " · "), .faint, in: style).text()
    let parts = review.parts.map { part in
      let answers = review.choices(of: part).map { answer($0, of: part) }
      return ([heading(part)] + answers).joined(separator: "\n")
    }
    return ([head] + parts).joined(separator: "\n\n")
  }

  /// The field, as it may be shown.
  private var field: String { Escaping.oneLine(review.place) }

  /// What a person types to name a part.
  func label(of part: Review.Part) -> String {
    namesPart ? review.id.shortText + ".\(part.number)" : review.label(of: part)
  }

  /// What met, and where.
  private func heading(_ part: Review.Part) -> String {
    var heading = DressedText(style)
    if review.parts.count > 1 {
      heading.append(label(of: part), .bold)
      heading.append(": ")
    }
    heading.append(sentence(part))
    return heading.text()
  }

  private func sentence(_ part: Review.Part) -> String {
    let places = part.sides.places
    let all = places.joinedAsProse.capitalizedFirst
    switch review.kind {
    case .value: return all + " set \(field) to different values."
    case .deletion:
      let others = part.sides.dropFirst()
      let isEdited = others.contains { !$0.editedFields.isEmpty }
      return part.sides.prefix(1).places.joinedAsProse.capitalizedFirst
        + " deleted this \(review.element == nil ? "entry" : "item"), and \(others.places.joinedAsProse)"
        + (isEdited ? " edited" : " kept")
        + " it without knowing. It stays in sight until you decide."
    case .overlap: break
    }
    let lines = RegionContext(part).lines.map { ", " + $0 } ?? ""
    let place = " in \(field)\(lines)"
    if let remover = part.removedBy {
      let removing = part.sides.filter { $0.number == remover }
      let keeping = part.sides.filter { $0.number != remover }
      return removing.places.joinedAsProse.capitalizedFirst
        + " took out \(words(of: part))\(place), and \(keeping.places.joinedAsProse)"
        + " edited it without knowing."
    }
    let twice = places.count > 1 ? "" : " twice"
    let isNew = part.sides.allSatisfy {
      TextComparison(from: part.baseRegion ?? "", to: $0.region ?? "").onlyAdds
    }
    guard isNew else { return all + " rewrote \(words(of: part))\(twice)\(place)." }
    let both = places.count == 1 ? "" : places.count == 2 ? " both" : " each"
    return all + both + " added words\(twice)"
      + (part.baseRegion?.trimmed.isEmpty == false ? " to \(words(of: part))" : "") + place + "."
  }

  /// The words that stood before, so that a person knows which place is meant.
  private func words(of part: Review.Part) -> String {
    let words = Escaping.oneLine((part.baseRegion ?? "").trimmed)
    return words.isEmpty ? "the same place" : "“\(words.cut(toColumns: Self.wordsLimit))”"
  }
}
