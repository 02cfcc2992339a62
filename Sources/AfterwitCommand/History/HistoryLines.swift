internal import AfterwitDevice

/// The versions of an entry, a line each: number, time, machine, and what was done.
struct HistoryLines {
  /// How the lines are dressed.
  let style: Style

  /// The lines, in the order given.
  func lines(_ versions: [EntryVersion]) -> [String] {
    let width = versions.map(\.number).max().map { String($0).columns } ?? 0
    var places = HistoryPlaces(style)
    for version in versions { places.note(version.writer) }
    var (minute, time) = (UInt64.max, "")
    return versions.map { version in
      let digits = String(version.number)
      let number = String(repeating: " ", count: width - digits.columns) + digits
      // Those of one minute are told alike.
      if version.writer.milliseconds / 60_000 != minute {
        minute = version.writer.milliseconds / 60_000
        time = Moment(milliseconds: version.writer.milliseconds).local
      }
      let head = width + 2 + time.columns + 2 + places.width + 2
      var line = style.bold(number) + "  " + style.faint(time) + "  "
      line += places.padded(version.writer) + "  "
      return line
        + style.line(version.words, within: style.width.map { max(1, $0 - head) })
    }
  }
}
