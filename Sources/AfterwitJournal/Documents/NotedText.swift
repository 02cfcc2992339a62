// A text that is opened to decide something has notes below it, behind the line of `EntryDocument`:
//
//   I came ten minutes late.
//   --- everything below this line is only for reading ---
//   # before: I came late.
//
// The text is whatever stands before the line. One that had no line end gets one there, which is taken
// away again by whoever compares it with what was shown.

/// A text with notes below a line, as an editor shows it.
package struct NotedText: Hashable, Sendable {
  /// The text.
  package let text: String
  /// The lines that are only for reading; none where nothing stands below the text, not even the line.
  package let notes: [String]

  /// A text of given parts.
  package init(_ text: String, notes: [String] = []) {
    self.text = text
    self.notes = notes
  }

  /// What the file holds.
  package var file: String {
    guard !notes.isEmpty else { return text }
    let end = text.utf8.last == UInt8(ascii: "\n") ? "" : "\n"
    return text + end + ([DocumentLine.border] + notes).map { $0 + "\n" }.joined()
  }

  /// Reads what an editor saved over the file.
  ///
  /// Who replaces all of the file by a text of their own need not write the line.
  /// - Throws: ``DocumentMisfit/lineMissing`` where the line is gone and some of what stood below it is
  ///   not, so that nobody knows where the text ends.
  package func reading(_ saved: String) throws(DocumentMisfit) -> NotedText {
    guard !notes.isEmpty else { return NotedText(saved) }
    let lines = DocumentLine.all(of: saved)
    // A line of the text may look like the border, so it is the last one of those that were there.
    let borders = lines.indices.filter { DocumentLine.isBorder(lines[$0]) }
    let own = DocumentLine.all(of: text).count(where: DocumentLine.isBorder)
    guard borders.count > own else {
      guard lines.allSatisfy({ !notes.contains(Self.withoutReturn($0)) }) else {
        throw .lineMissing
      }
      return NotedText(saved)
    }
    let border = borders[own]
    return NotedText(
      lines[..<border].map { $0 + "\n" }.joined(),
      notes: lines[(border + 1)...].map(Self.withoutReturn))
  }

  /// The lines that a person has written where all is for reading, in their order.
  package func writtenNotes(besides shown: NotedText) -> [String] {
    DocumentLine.written(notes, besides: shown.notes)
  }

  private static func withoutReturn(_ line: String) -> String {
    line.utf8.last == UInt8(ascii: "\r") ? String(line.unicodeScalars.dropLast()) : line
  }
}
