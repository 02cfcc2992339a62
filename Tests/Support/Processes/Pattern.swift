/// Matches printed lines against the lines of a transcript.
enum Pattern {
  /// Whether the lines match; binds the words of new names.
  static func matches(
    _ expected: ArraySlice<String>, _ printed: ArraySlice<String>, _ words: inout [String: String]
  ) -> Bool {
    guard let first = expected.first else { return printed.isEmpty }
    if first == "..." {
      return (printed.startIndex...printed.endIndex).contains { start in
        var attempt = words
        guard matches(expected.dropFirst(), printed[start...], &attempt) else { return false }
        words = attempt
        return true
      }
    }
    var attempt = words
    guard let line = printed.first, matches(first[...], line[...], &attempt),
      matches(expected.dropFirst(), printed.dropFirst(), &attempt)
    else { return false }
    words = attempt
    return true
  }

  /// Whether one line matches.
  private static func matches(
    _ pattern: Substring, _ line: Substring, _ words: inout [String: String]
  ) -> Bool {
    guard let open = pattern.first else { return line.isEmpty }
    guard open == "{", let close = pattern.firstIndex(of: "}") else {
      return line.first == open && matches(pattern.dropFirst(), line.dropFirst(), &words)
    }
    let name = String(pattern[pattern.index(after: pattern.startIndex)..<close])
    let rest = pattern[pattern.index(after: close)...]
    if let word = words[name] {
      return line.hasPrefix(word) && matches(rest, line.dropFirst(word.count), &words)
    }
    var end = line.endIndex
    while end >= line.startIndex {
      let word = line[..<end]
      var attempt = words
      let fits = name == "*" || (!word.isEmpty && !word.contains { $0.isWhitespace })
      if fits {
        if name != "*" { attempt[name] = String(word) }
        if matches(rest, line[end...], &attempt) {
          words = attempt
          return true
        }
      }
      guard end > line.startIndex else { return false }
      end = line.index(before: end)
    }
    return false
  }
}
