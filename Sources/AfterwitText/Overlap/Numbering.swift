// Items of a numbered list are put in and taken out by two, and both number the rest anew. The numbers
// say nothing by themselves: what was put in is merged without them, and the result is numbered
// (Protocol/4-documents, "Numbered lists").

/// The numbers before the items of a list.
struct Numbering: Sendable {
  /// The number of an item, and the parts of its line.
  struct Label: Hashable, Sendable {
    /// The positions from the first digit to the last.
    var digits: Range<Int>
    /// The number.
    var number: Int
    /// Where the words of the item begin.
    var end: Int
  }

  /// The label of a line: up to three digits, a full stop or a closing bracket, and a space.
  static func label(of line: ArraySlice<Unicode.Scalar>) -> Label? {
    let start = line.firstIndex { !$0.isSpace } ?? line.endIndex
    let end = line[start...].firstIndex { !("0"..."9").contains($0) } ?? line.endIndex
    guard 1...3 ~= end - start, end + 1 < line.endIndex, line[end] == "." || line[end] == ")",
      line[end + 1].isSpace,
      let number = Int(String(String.UnicodeScalarView(line[start..<end])))
    else { return nil }
    let words = line[(end + 1)...].firstIndex { !$0.isSpace } ?? line.endIndex
    return Label(digits: start..<end, number: number, end: words)
  }

  /// The lines of a text, without their line feeds.
  static func lines(of text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// What stands before the digits, and between them and the words.
  private let before: [Unicode.Scalar]
  private let behind: [Unicode.Scalar]
  private let first: Int

  /// The numbering of some texts in all of which every line that is not white has a number, one
  /// behind the other; `nil` where one is otherwise, or all are white.
  init?(_ texts: [[Unicode.Scalar]]) {
    var found: (before: [Unicode.Scalar], behind: [Unicode.Scalar], first: Int)?
    for text in texts {
      var next: Int?
      for line in Self.lines(of: text) where line.contains(where: { !$0.isWhite }) {
        guard let label = Self.label(of: line), next == nil || label.number == next else {
          return nil
        }
        next = label.number + 1
        if found == nil {
          found = (
            Array(line[line.startIndex..<label.digits.lowerBound]),
            Array(line[label.digits.upperBound..<label.end]), label.number
          )
        }
      }
    }
    guard let found else { return nil }
    (before, behind, first) = found
  }

  /// A text without its numbers.
  func stripped(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    Array(
      Self.lines(of: text).map { line in line[(Self.label(of: line)?.end ?? line.startIndex)...] }
        .joined(separator: ["\n"]))
  }

  /// A text with numbers before its lines, but the white ones.
  func numbered(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var number = first
    let lines = Self.lines(of: text).map { line -> [Unicode.Scalar] in
      guard line.contains(where: { !$0.isWhite }) else { return Array(line) }
      defer { number += 1 }
      return before + String(number).unicodeScalars + behind + line
    }
    return Array(lines.joined(separator: ["\n"]))
  }
}
