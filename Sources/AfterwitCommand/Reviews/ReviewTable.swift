internal import AfterwitDevice
internal import AfterwitEncoding

/// Open reviews as lines, one for each part: its name, the entry, the field, what met, on which
/// machines, and when.
///
/// On a terminal the columns are aligned, and what does not fit is cut; in a pipe nothing is padded or
/// cut, and two spaces part what belongs apart.
struct ReviewTable {
  /// The widest value among those that were set, in columns.
  private static let valueLimit = 24
  /// The narrowest title beside the rest of a line.
  private static let leastTitle = 10
  /// The widest one where that leaves room.
  private static let mostTitle = 40

  /// How the lines are dressed.
  let style: Style

  private struct Row {
    let name: String
    let title: String
    let rest: [String]
  }

  /// One line for each part, in the order given.
  func lines(_ reviews: [OpenReview]) -> [String] {
    let rows = reviews.map { review in
      let title = style.line(review.title)
      return Row(
        name: review.name, title: title.isEmpty ? review.entry.shortText : title,
        rest: [
          style.line(review.place), met(review),
          style.line(review.writers.places.joinedAsProse) + ", "
            + Moment(milliseconds: review.milliseconds).local,
        ])
    }
    guard let width = style.width else {
      return rows.map { row in
        var line = style.bold(row.name) + "  " + row.title
        for cell in row.rest { line += "  " + cell }
        return line
      }
    }
    let nameWidth = rows.map(\.name.columns).max() ?? 0
    let widths = (0..<2).map { column in rows.map { $0.rest[column].columns }.max() ?? 0 }
    let machines = rows.map { $0.rest[2].columns }.max() ?? 0
    let room = width - nameWidth - widths.reduce(0, +) - machines - 8
    let titleWidth = min(
      rows.map(\.title.columns).max() ?? 0, Self.mostTitle, max(Self.leastTitle, room))
    return rows.map { row in
      let cells =
        [row.title.cut(toColumns: titleWidth).padded(to: titleWidth)]
        + zip(row.rest, widths).map { $0.padded(to: $1) } + row.rest.dropFirst(2)
      let line = cells.joined(separator: "  ").cut(toColumns: max(0, width - nameWidth - 2))
      return style.bold(row.name.padded(to: nameWidth)) + "  " + line
    }
  }

  /// What met.
  private func met(_ review: OpenReview) -> String {
    switch review.kind {
    case .overlap: "same words"
    case .value:
      review.values.map { value in
        value.isEmpty ? "cleared" : style.line(value).cut(toColumns: Self.valueLimit)
      }.joined(separator: " or ")
    case .deletion: "removed on " + style.line(review.removers.places.joinedAsProse)
    }
  }
}
