internal import AfterwitExchange

/// What a format has no place for, in lines.
enum ExportLossLines {
  /// A line for each kind of loss, with its number.
  static func lines(_ losses: ExportLosses) -> [String] {
    var lines: [String] = []
    if losses.hidden > 0 {
      lines.append("Left out: \(losses.hidden) deleted, or of a kind that is not known.")
    }
    if !losses.leftOut.isEmpty {
      let parts = losses.leftOut.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
      lines.append("Left out, for the format has no place for it: \(parts.joinedAsProse).")
    }
    if losses.beside > 0 {
      lines.append("Left out: \(losses.beside) values that stand beside the one that is shown.")
    }
    for change in ExportLosses.Change.allCases {
      guard let count = losses.changed[change] else { continue }
      lines.append("\(words(change)): \(count).")
    }
    return lines
  }

  private static func words(_ change: ExportLosses.Change) -> String {
    switch change {
    case .firstLineAsTitle: "Written with their first line as the title"
    case .dayOfWriting: "Without a day, and written under that on which they were made"
    case .titleLines: "Titles brought onto one line"
    case .tagSigns: "Tags written with _ for signs that the format does not take"
    case .tagsInText: "Entries whose tags stand in a line below their text"
    case .indentedLine: "Lines indented, for they would begin an entry"
    case .titleStar: "Titles whose last star is written as another sign"
    case .outerSpace: "Texts without the white space at their ends"
    case .otherKind: "Goals and mantras that come back as other entries"
    }
  }
}
