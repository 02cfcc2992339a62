internal import AfterwitDocument
internal import AfterwitText

extension DocumentBasis {
  /// The entry as a document: its title, then its texts and lists, then its short values.
  ///
  /// Of an entry that is to be made, the headings stand as they are given. What names other entries
  /// stands only among the notes, which also tell which headings may be added.
  /// - Parameters:
  ///   - headings: fields and lists that have a heading though they say nothing.
  ///   - notes: the lines that are only for reading.
  ///   - standpoint: from where days are named.
  public func document(headings: [String], notes: [String], from standpoint: Standpoint)
    -> EntryDocument
  {
    var document = EntryDocument(kind: kind, sections: [], notes: [])
    for field in ordered where !fields.isEmpty {
      let lines = lines(of: field, from: standpoint)
      if !lines.isEmpty || headings.contains(field.name) { document.set(lines, of: field.name) }
    }
    for heading in headings where document.lines(of: heading) == nil {
      document.set([], of: heading)
    }
    let known = document.sections.map(\.name)
    let others = kind.headings.filter { !known.contains($0) }
    return EntryDocument(
      kind: kind, sections: document.sections,
      notes: notes + references + [
        "Other headings that may be added: "
          + others.joined(separator: ", ")
      ])
  }

  /// All that can have a heading, in the order of a document.
  private var ordered: [DocumentField] {
    let fields = kind.fields.filter { $0.rule != .entry && $0.rule != .origin }
    let title = fields.filter { $0.name == FieldName(.title) }
    let texts = fields.filter { $0.name.family == .text }
    let short = fields.filter { $0.name.family != .text && $0.name != FieldName(.title) }
    return (title + texts).map(DocumentField.field) + kind.lists.map(DocumentField.list)
      + short.map(DocumentField.field)
  }

  /// What names other entries, a line for each field.
  private var references: [String] {
    kind.fields.filter { $0.rule == .entry || $0.rule == .origin }.compactMap { field in
      let name = field.name.name.string
      switch value(of: field.name) {
      case .register(let value): return name + ": " + value
      case .set(let values): return name + ": " + values.joined(separator: ", ")
      case .text, .list, nil: return nil
      }
    }
  }

  private func lines(of field: DocumentField, from standpoint: Standpoint) -> [String] {
    switch field {
    case .list(let list):
      let items = DocumentItems(list: list, standpoint: standpoint)
      return row(of: list).elements.map { $0.item(of: list) }.filter { !$0.isEmpty }
        .flatMap(items.lines)
    case .field(let field):
      switch value(of: field.name) {
      case .text(let text): return DocumentLine.core(Margins.plain(text.text))
      case .register(let value): return DocumentLine.core(DocumentLine.all(of: value))
      case .set(let values):
        // One with a line break in it cannot stand in a line, and so not above the border.
        guard values.allSatisfy({ !$0.utf8.contains(UInt8(ascii: "\n")) }) else { return [] }
        return values.map { "- " + $0 }
      case .list, nil: return []
      }
    }
  }
}
