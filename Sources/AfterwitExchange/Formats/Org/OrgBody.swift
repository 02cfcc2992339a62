internal import AfterwitJournal

/// What stands below a heading of Org: a stamp and a drawer are told apart, the rest is text.
struct OrgBody {
  /// The stamp that the text begins with, or that stands in the drawer.
  private(set) var stamp: SourceMoment?
  /// The id in the drawer.
  private(set) var id: String?
  /// A stamp of a day that does not exist; it stays text.
  private(set) var impossible: [String] = []
  /// The text.
  private(set) var text: String

  /// Reads the lines below a heading.
  init(_ lines: [String]) {
    var rest = lines[...]
    while let first = rest.first, first.allSatisfy(\.isWhitespace) { rest.removeFirst() }
    if let first = rest.first, first.trimmedWord.uppercased() == ":PROPERTIES:",
      let end = rest.firstIndex(where: { $0.trimmedWord.uppercased() == ":END:" })
    {
      for line in rest[..<end] {
        let word = line.trimmedWord
        let parts = word.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { continue }
        switch parts[0].uppercased() {
        case ":ID:": id = String(parts[1].trimmed)
        case ":CREATED:": stamp = Self.moment(parts[1].trimmed)?.moment ?? nil
        default: break
        }
      }
      rest = rest[(end + 1)...]
    }
    while let first = rest.first, first.allSatisfy(\.isWhitespace) { rest.removeFirst() }
    if let first = rest.first, let found = Self.moment(Substring(first).trimmed) {
      if let moment = found.moment {
        stamp = moment
        rest.removeFirst()
      } else {
        impossible.append(first)
      }
    }
    while let first = rest.first, first.allSatisfy(\.isWhitespace) { rest.removeFirst() }
    while let last = rest.last, last.allSatisfy(\.isWhitespace) { rest.removeLast() }
    text = rest.joined(separator: "\n")
  }

  /// A stamp that fills a line: `[2024-01-02 Di 09:30]` or the same between angles; its moment is
  /// `nil` where there is none such.
  private static func moment(_ line: Substring) -> (moment: SourceMoment?, Void)? {
    guard let first = line.first, first == "[" || first == "<",
      line.last == (first == "[" ? "]" : ">")
    else { return nil }
    let words = line.dropFirst().dropLast().split(separator: " ")
    guard let date = words.first, date.count == 10, 1...4 ~= words.count,
      date.allSatisfy({ $0.isNumber || $0 == "-" })
    else { return nil }
    guard let day = Day(String(date)) else { return (nil, ()) }
    var moment = SourceMoment(day: day)
    for word in words.dropFirst() where word.contains(":") {
      let start = word.split(separator: "-").first.map(String.init) ?? ""
      guard let time = TimeOfDay(start) else { return (nil, ()) }
      moment.time = time
    }
    return (moment, ())
  }
}

extension String {
  /// The line without white space at its ends.
  fileprivate var trimmedWord: Substring { Substring(self).trimmed }
}
