// A person writes an entry as one Markdown document:
//
//   # lesson
//
//   I start from the storage, not from the people who wait.
//
//   # follow-ups
//
//   - [ ] thank-you letter (2026-12-04)
//
//   --- everything below this line is only for reading ---
//   …
//
// Each field has a heading, lists and sets have items. What the person did is read off by comparing
// the document with the one that was shown, section by section: so what was not touched is not
// changed, whatever form it has.

/// An entry, or one that is to be, as a Markdown document.
public struct EntryDocument: Hashable, Sendable {
  /// A heading and what stands below it, without blank lines at its ends.
  struct Section: Hashable, Sendable {
    let name: String
    var lines: [String]
  }

  /// The kind of the entry.
  public let kind: Kind
  /// The sections, in their order.
  private(set) var sections: [Section]
  /// The lines that are only for reading.
  let notes: [String]

  init(kind: Kind, sections: [Section], notes: [String]) {
    self.kind = kind
    self.sections = sections
    self.notes = notes
  }

  /// An empty document of a new entry.
  ///
  /// - Parameters:
  ///   - headings: the fields and lists that have a heading, in their order.
  ///   - notes: the lines that are only for reading.
  public init(ofNew kind: Kind, headings: [String], notes: [String]) {
    var names: [String] = []
    for heading in headings where !names.contains(heading) { names.append(heading) }
    self.init(
      kind: kind, sections: names.map { Section(name: $0, lines: []) }, notes: notes)
  }

  /// The text.
  public var text: String {
    var lines: [String] = []
    for section in sections {
      lines += [DocumentLine.headed(section.name), ""]
      if !section.lines.isEmpty { lines += section.lines.map(DocumentLine.escaped) + [""] }
    }
    lines += [DocumentLine.border] + notes
    return lines.map { $0 + "\n" }.joined()
  }

  /// Whether something stands below a heading.
  public var saysSomething: Bool { sections.contains { !$0.lines.isEmpty } }

  /// What stands below a heading; `nil` where there is no such heading.
  func lines(of name: String) -> [String]? { sections.first { $0.name == name }?.lines }

  /// Gives what stands below a heading; one that is not there yet becomes the last.
  mutating func set(_ lines: [String], of name: String) {
    let lines = DocumentLine.core(lines)
    if let place = sections.firstIndex(where: { $0.name == name }) {
      sections[place].lines = lines
    } else {
      sections.append(Section(name: name, lines: lines))
    }
  }
}
