// A heading is a line that begins with `# `. A line of a text that looks like a heading, or like the
// line below which all is for reading, is written with a backslash before it, as Markdown does; one that
// begins with backslashes before such a beginning gets one more, so that each line has one form.

/// The lines of a document.
enum DocumentLine {
  /// The line below which nothing is saved.
  static let border = "--- everything below this line is only for reading ---"

  private static let headingMark = "# "

  /// The lines of a text, as its line feeds part them.
  static func all(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// Whether a line has nothing but white space.
  static func isBlank(_ line: String) -> Bool {
    line.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// The lines without the blank ones at their ends.
  static func core(_ lines: some BidirectionalCollection<String>) -> [String] {
    var rest = Array(lines.drop(while: isBlank))
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  /// What a line says as a heading; `nil` for any other line.
  static func heading(_ line: String) -> Substring? {
    guard line.utf8.starts(with: headingMark.utf8) else { return nil }
    return Substring(line.utf8.dropFirst(headingMark.utf8.count)).trimmed
  }

  /// A heading as a line.
  static func headed(_ name: String) -> String { headingMark + name }

  /// Whether a line is the border; further in, as a line of an item, it is none.
  static func isBorder(_ line: String) -> Bool {
    line.utf8.starts(with: border.utf8) && Substring(line).trimmed == border
  }

  /// The lines that were written among some that were shown, in their order, without blank ones.
  static func written(_ lines: [String], besides shown: [String]) -> [String] {
    var known = shown
    return lines.filter { line in
      if isBlank(line) { return false }
      guard let place = known.firstIndex(of: line) else { return true }
      known.remove(at: place)
      return false
    }
  }

  /// A line of a text as it stands in a document.
  static func escaped(_ line: String) -> String {
    isMark(line, escaped: false) ? "\\" + line : line
  }

  /// A line of a document as it stands in a text.
  static func unescaped(_ line: String) -> String {
    isMark(line, escaped: true) ? String(Substring(line.utf8.dropFirst())) : line
  }

  /// Whether a line, behind any backslashes, begins like a heading or the border.
  private static func isMark(_ line: String, escaped: Bool) -> Bool {
    let rest = line.utf8.drop { $0 == UInt8(ascii: "\\") }
    guard !escaped || rest.count < line.utf8.count else { return false }
    return rest.starts(with: headingMark.utf8) || rest.starts(with: border.utf8)
  }
}
