internal import AfterwitDocument

/// The days on which a goal was kept to, and those that were skipped for a reason.
struct GoalDays {
  /// The days on which it was kept to.
  let kept: Set<Day>
  /// The days that were skipped for a reason, and on which it was not kept to all the same.
  let skipped: Set<Day>

  /// Reads the check-ins of a goal; those without a day count for nothing.
  init(of goal: EntryView) {
    var kept: Set<Day> = []
    var skipped: Set<Day> = []
    for element in goal.list(.checkIns) {
      guard let day = Day(element.words(of: FieldName(ofElement: .on))) else { continue }
      if element.words(of: FieldName(ofElement: .skipped)).isEmpty {
        kept.insert(day)
      } else {
        skipped.insert(day)
      }
    }
    self.kept = kept
    self.skipped = skipped.subtracting(kept)
  }

  /// Whether nothing is open on a day.
  func isSettled(_ day: Day) -> Bool { kept.contains(day) || skipped.contains(day) }
}
