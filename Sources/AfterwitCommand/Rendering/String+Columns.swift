extension String {
  /// How many columns of a terminal the text takes at the beginning of a line.
  var columns: Int {
    if isPrintableASCII { return utf8.count }
    return reduce(0) { $0 + $1.columns(after: $0) }
  }

  /// The text, followed by as many spaces as fill a width in columns.
  ///
  /// What follows a text whose columns are uncertain may still stand askew; see
  /// ``hasUncertainColumns``.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// The text on one line; of one that is wider than so many columns what fits, with an ellipsis.
  ///
  /// A character is never cut in two. Nothing is left where there is no column.
  func cut(toColumns width: Int) -> String {
    guard columns > width else { return self }
    guard width > 0 else { return "" }
    var taken = 0
    let kept = prefix { character in
      taken += character.columns(after: taken)
      return taken < width
    }
    return kept + "…"
  }
}
