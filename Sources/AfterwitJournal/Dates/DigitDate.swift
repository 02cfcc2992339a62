/// A day in digits, whose order its signs or its numbers tell.
struct DigitDate {
  let dayOfMonth: Int
  let month: Int
  let year: Int

  /// Reads `2026/11/20`, `20.11.2026`, `20/11/2026`; `nil` for a word of another form.
  ///
  /// - Throws: ``DateMisfit/ambiguous(_:_:)`` where either of two numbers can be the month.
  init?(_ word: String) throws(DateMisfit) {
    guard let sign = word.first(where: { "/.-".contains($0) }) else { return nil }
    let parts = word.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    if let year = parts[0].number(digits: 4...4) {
      // With hyphens this is the plain form, which has two digits each.
      let digits = sign == "-" ? 2...2 : 1...2
      guard let month = parts[1].number(digits: digits), let day = parts[2].number(digits: digits)
      else { return nil }
      self.init(dayOfMonth: day, month: month, year: year)
      return
    }
    guard let first = parts[0].number(digits: 1...2), let second = parts[1].number(digits: 1...2),
      let year = parts[2].number(digits: 4...4)
    else { return nil }
    // Where points are used, the day comes first.
    if sign != "." {
      if first != second, let one = Day(year: year, month: second, dayOfMonth: first),
        let other = Day(year: year, month: first, dayOfMonth: second)
      {
        throw .ambiguous(one, other)
      }
      if first <= 12, second > 12 {
        self.init(dayOfMonth: second, month: first, year: year)
        return
      }
    }
    self.init(dayOfMonth: first, month: second, year: year)
  }

  private init(dayOfMonth: Int, month: Int, year: Int) {
    self.dayOfMonth = dayOfMonth
    self.month = month
    self.year = year
  }
}
