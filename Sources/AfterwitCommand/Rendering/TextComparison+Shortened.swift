internal import AfterwitText

extension TextComparison {
  /// The same differences, and of a long stretch between them only its beginning and its end.
  var shortened: TextComparison {
    TextComparison(
      runs: runs.map { run in
        if case .same(let words) = run { .same(words.shortenedInTheMiddle) } else { run }
      })
  }
}
