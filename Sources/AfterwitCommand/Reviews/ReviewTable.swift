internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// Open reviews as aligned lines, one for each part: its label, field, entry, and what happened.
struct ReviewTable {
  /// The widest title, and the longest value, in columns.
  private static let titleLimit = 32
  private static let valueLimit = 24

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
    let rows = reviews.flatMap { review in
      let title = style.line(titles[review.entry] ?? "").shortened(to: Self.titleLimit)
      return review.parts.map { part in
        (
          label: review.label(of: part), field: style.line(review.field),
          title: title.isEmpty ? review.entry.shortText : title,
          event: event(part, of: review)
        )
      }
    }
    let labelWidth = rows.map(\.label.columns).max() ?? 0
    let fieldWidth = rows.map(\.field.columns).max() ?? 0
    let titleWidth = rows.map(\.title.columns).max() ?? 0
    return rows.map { row in
      [
        style.bold(row.label.padded(to: labelWidth)), style.faint(row.field.padded(to: fieldWidth)),
        row.title.padded(to: titleWidth), row.event,
      ].joined(separator: "  ")
    }
  }

  /// What met in a part, in a few words.
  private func event(_ part: Review.Part, of review: Review) -> String {
    switch review.kind {
    case .overlap:
      return "rewritten on " + part.places.map(style.line).joinedAsProse
    case .value:
      return part.nearestFirst.map { side in
        let value = side.text.map { style.line($0).shortened(to: Self.valueLimit) } ?? ""
        return (value.isEmpty ? "cleared" : value) + " on " + style.line(side.place)
      }.joined(separator: ", ")
    case .deletion:
      let others = part.otherPlaces.map(style.line)
      let deletion = "deleted on " + style.line(part.sides.first?.place ?? "another machine")
      return others.isEmpty ? deletion : deletion + ", edited on " + others.joinedAsProse
    }
  }
}
