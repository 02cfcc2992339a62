internal import AfterwitDevice

/// The versions of a text under review as lines to read in an editor, each behind a `#`.
struct ReviewNotes {
  /// The review, with the parts that are decided.
  let review: Review

  /// The lines: of each part what stood before, and what each side made of it.
  var lines: [String] {
    var lines: [String] = []
    for part in review.parts {
      if review.parts.count > 1 { lines += Self.noted("part \(part.number)") }
      for choice in review.choices(of: part) where choice.answer != .current {
        lines += Self.noted(head(of: choice)) + Self.noted(choice.yields ?? "(nothing)", indent: 2)
      }
    }
    return lines
  }

  private func head(of choice: Review.Choice) -> String {
    let word = choice.answer == .base ? "before" : choice.answer.word
    let writers = choice.sides.flatMap(\.writers).map {
      $0.place + ", " + Moment(milliseconds: $0.milliseconds).local
    }
    return word + (writers.isEmpty ? "" : " (\(writers.joined(separator: "; ")))") + ":"
  }

  /// Words as lines that no editor takes for text, and no reader for a heading.
  private static func noted(_ words: String, indent: Int = 0) -> [String] {
    words.trimmed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      let text = String(repeating: " ", count: indent) + line
      return text.allSatisfy(\.isWhitespace) ? "#" : "# " + text
    }
  }
}
