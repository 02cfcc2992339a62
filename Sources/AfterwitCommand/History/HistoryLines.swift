internal import AfterwitDevice

/// The versions of an entry, a line each: number, time, machine, and what was done.
struct HistoryLines {
  /// How the lines are dressed.
  let style: Style

  /// The lines, in the order given.
  func lines(_ versions: [EntryVersion]) -> [String] {
    let numbers = versions.map { String($0.number) }
    let width = numbers.map(\.columns).max() ?? 0
    let places = versions.map { style.line($0.writer.place) }
    let placeWidth = places.map(\.columns).max() ?? 0
    return versions.indices.map { index in
      let version = versions[index]
      let number = String(repeating: " ", count: width - numbers[index].columns) + numbers[index]
      let time = Moment(milliseconds: version.writer.milliseconds).local
      let head = width + 2 + time.columns + 2 + placeWidth + 2
      return [
        style.bold(number), style.faint(time), places[index].padded(to: placeWidth),
        style.line(version.words, within: style.width.map { max(1, $0 - head) }),
      ].joined(separator: "  ")
    }
  }
}
