extension PreferenceText {
  /// The text with a key set to a value; only its line is another.
  func setting(_ path: [String], to value: PreferenceValue) -> String {
    if let found = assignments.first(where: { $0.path == path }) {
      return with(PreferenceTable.value(value), at: found.value)
    }
    if path.count > 1,
      let index = headers.firstIndex(where: { $0.path == path.dropLast() && !$0.isRepeated })
    {
      let header = headers[index]
      let next = index + 1 < headers.count ? headers[index + 1].start : bytes.count
      let last = assignments.last { header.start..<next ~= $0.start }
      let end = endOfLine(after: last?.value.upperBound ?? header.start)
      return inserting(PreferenceTable.line(path.suffix(1), value), at: end)
    }
    let line = PreferenceTable.line(path[...], value)
    guard let header = headers.first else { return inserting(line, at: bytes.count) }
    if let last = assignments.last(where: { $0.start < header.start }) {
      return inserting(line, at: endOfLine(after: last.value.upperBound))
    }
    return inserting(line + lineEnd, at: startOfRemarks(above: header.start))
  }

  /// The text without the line of a key; the same where it has none.
  func removing(_ path: [String]) -> String {
    guard let found = assignments.first(where: { $0.path == path }) else {
      return with("", at: 0..<0)
    }
    return with("", at: found.start..<endOfLine(after: found.value.upperBound))
  }

  /// How lines end here.
  private var lineEnd: String {
    guard let end = bytes.firstIndex(of: 0x0a), end > 0, bytes[end - 1] == 0x0d else { return "\n" }
    return "\r\n"
  }

  private func inserting(_ line: String, at place: Int) -> String {
    let isBehindLine = place == 0 || bytes[place - 1] == 0x0a
    return with((isBehindLine ? "" : lineEnd) + line + lineEnd, at: place..<place)
  }

  private func with(_ text: String, at range: Range<Int>) -> String {
    String(
      decoding: bytes[..<range.lowerBound] + text.utf8 + bytes[range.upperBound...], as: UTF8.self)
  }

  /// Where the remarks begin that stand right above a line.
  private func startOfRemarks(above place: Int) -> Int {
    var start = place
    while start > 0 {
      let before = bytes[..<(start - 1)].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
      guard bytes[before] == UInt8(ascii: "#") else { break }
      start = before
    }
    return start
  }
}
