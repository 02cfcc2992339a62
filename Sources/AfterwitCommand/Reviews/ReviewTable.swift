internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

/// Open reviews as aligned lines, one for each part: its label, field, entry, and what each answer
/// yields.
struct ReviewTable {
  /// The widest title, in columns; on a narrow terminal it leaves room for the answers.
  private static let titleLimit = 24

  /// Where the answers had fewer columns than these, the title gives way.
  private static let leastRoom = 20

  /// How the lines are dressed.
  let style: Style

  /// One line for each part, in the order given, with the titles that a device shows.
  func lines(_ reviews: [Review], on device: Device) throws(DeviceFailure) -> [String] {
    var titles: [EntryID: String] = [:]
    for entry in Set(reviews.map(\.entry)) { titles[entry] = try device.entry(entry).title }
    return lines(reviews, titles: titles)
  }

  /// One line for each part, in the order given.
  func lines(_ reviews: [Review], titles: [EntryID: String]) -> [String] {
    let titleLimit = min(Self.titleLimit, style.width.map { max(10, $0 / 5) } ?? .max)
    let rows = reviews.flatMap { review in
      let title = style.line(titles[review.entry] ?? "").cut(toColumns: titleLimit)
      return review.parts.map { part in
        (
          label: review.label(of: part), field: style.line(review.place),
          title: title.isEmpty ? review.entry.shortText : title,
          event: event(part, of: review)
        )
      }
    }
    let labelWidth = rows.map(\.label.columns).max() ?? 0
    let fieldWidth = rows.map(\.field.columns).max() ?? 0
    let titleWidth = rows.map(\.title.columns).max() ?? 0
    let room = style.width.map { $0 - labelWidth - fieldWidth - 4 }
    let hasTitle = room.map { $0 - titleWidth - 2 >= Self.leastRoom } ?? true
    let left = room.map { hasTitle ? $0 - titleWidth - 2 : $0 }
    return rows.map { row in
      let event = style.line(row.event, within: left.map { max(1, $0) })
      return [
        style.bold(row.label.padded(to: labelWidth)), style.faint(row.field.padded(to: fieldWidth)),
      ].joined(separator: "  ") + (hasTitle ? "  " + row.title.padded(to: titleWidth) : "")
        + "  " + event
    }
  }

  /// The answers of a part with what each yields, and whose it is.
  private func event(_ part: Review.Part, of review: Review) -> String {
    let sides = review.choices(of: part).filter { !$0.sides.isEmpty }
    guard review.kind == .deletion else {
      return sides.map { side in
        let words = words(side.yields, besides: sides.map(\.yields), of: review)
        let places = side.sides.places
        let isHere = places == ["this machine"] && side.answer == .mine
        return side.answer.word + (words.isEmpty ? "" : " " + words)
          + (isHere ? "" : " on " + places.map(style.line).joinedAsProse)
      }.joined(separator: ", ")
    }
    return sides.map { side in
      side.answer.word + " (" + (side.answer == .keep ? "edited on " : "deleted on ")
        + side.sides.places.map(style.line).joinedAsProse + ")"
    }.joined(separator: " or ")
  }

  /// A value, or the words of a text in quotes; on a terminal without those that all begin with.
  private func words(_ yields: String?, besides all: [String?], of review: Review) -> String {
    guard review.kind == .overlap else { return yields.map(style.line) ?? "cleared" }
    var words = yields ?? ""
    let common = all.dropFirst().map { other in
      if case .same(let words)? = TextComparison(from: all[0] ?? "", to: other ?? "").runs.first {
        words.unicodeScalars.count
      } else {
        0
      }
    }.min()
    if style.width != nil, let common, common > 2 {
      words = "… " + String(words.unicodeScalars.dropFirst(common))
    }
    words = style.line(words.trimmed)
    return words.isEmpty ? "" : "“\(words)”"
  }
}
