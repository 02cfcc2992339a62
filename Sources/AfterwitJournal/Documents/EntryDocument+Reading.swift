extension EntryDocument {
  /// Reads a document of a kind.
  public init(reading text: String, of kind: Kind) throws(DocumentMisfit) {
    let isForeign = LineEnd(ofAll: text) == .carriageReturnAndLineFeed
    let lines = DocumentLine.all(of: isForeign ? LineEnd.lineFeed.replacingEnds(of: text) : text)
    let border = lines.firstIndex(where: DocumentLine.isBorder)
    var sections: [Section] = []
    for line in lines[..<(border ?? lines.endIndex)] {
      if let heading = DocumentLine.heading(line) {
        guard let name = kind.documentField(named: heading)?.name else {
          throw .headingUnknown(String(heading), in: kind)
        }
        guard !sections.contains(where: { $0.name == name }) else { throw .headingDoubled(name) }
        sections.append(Section(name: name, lines: []))
      } else if sections.isEmpty {
        guard DocumentLine.isBlank(line) else { throw .beforeHeadings(line) }
      } else {
        sections[sections.count - 1].lines.append(DocumentLine.unescaped(line))
      }
    }
    self.init(
      kind: kind,
      sections: sections.map { Section(name: $0.name, lines: DocumentLine.core($0.lines)) },
      notes: border.map { DocumentLine.core(lines[($0 + 1)...]) } ?? [])
  }

  /// Refuses a document from which a heading of the one that was shown is gone, or the line below
  /// which all is for reading.
  func requireHeadings(of shown: EntryDocument, isBordered: Bool) throws(DocumentMisfit) {
    for section in shown.sections where lines(of: section.name) == nil {
      throw .headingMissing(section.name)
    }
    guard !isBordered, let last = sections.last else { return }
    let notes = Set(shown.notes.filter { !DocumentLine.isBlank($0) })
    guard last.lines.allSatisfy({ !notes.contains($0) }) else { throw .lineMissing }
  }

  /// The lines that a person has written where all is for reading, in their order.
  func writtenNotes(besides shown: EntryDocument) -> [String] {
    DocumentLine.written(notes, besides: shown.notes)
  }
}
