internal import AfterwitDocument
internal import AfterwitEncoding

extension DocumentBasis {
  /// What the text of an edited document does to the entry.
  ///
  /// - Parameters:
  ///   - shown: the text of the document as it was shown.
  ///   - text: the text that a person has made of it.
  ///   - standpoint: from where days are named.
  /// - Throws: ``DocumentMisfit`` where it cannot be read; then all of it counts for nothing.
  public func edits(
    from shown: String, to text: String, seenFrom standpoint: Standpoint
  ) throws(DocumentMisfit) -> DocumentEdits {
    let shown = try EntryDocument(reading: shown, of: kind)
    let edited = try EntryDocument(reading: text, of: kind)
    let isBordered = DocumentLine.all(of: text).contains(where: DocumentLine.isBorder)
    try edited.requireHeadings(of: shown, isBordered: isBordered)
    var edits = DocumentEdits(notes: edited.writtenNotes(besides: shown))
    for section in edited.sections {
      let before = shown.lines(of: section.name) ?? []
      guard section.lines.map({ ExactString($0) }) != before.map({ ExactString($0) }),
        let field = kind.documentField(named: section.name)
      else { continue }
      switch field {
      case .field(let field):
        edits.edits += try self.edits(of: field, from: before, to: section.lines)
      case .list(let list):
        let items = DocumentItems(list: list, standpoint: standpoint)
        let ofList = try self.edits(
          of: list, from: try items.items(in: before), to: try items.items(in: section.lines))
        if let ofList { edits.lists.append(ofList) }
      }
    }
    return edits
  }

  private func edits(
    of field: FieldDefinition, from before: [String], to after: [String]
  ) throws(DocumentMisfit) -> [FieldEdit] {
    let name = field.name.name.string
    switch field.name.family {
    case .text:
      let margins = Margins(ofLines: fields.first { $0.name == field.name }?.words ?? "")
      return [.replace(field: name, text: margins.around(after))]
    case .set:
      let values = (try Self.values(before, of: name), try Self.values(after, of: name))
      return values.0.filter { !values.1.contains($0) }.map {
        .remove(field: name, value: $0.string)
      } + values.1.filter { !values.0.contains($0) }.map { .add(field: name, value: $0.string) }
    case .register, .presence, .counter, .list, .log, .undo, nil:
      return [.set(field: name, value: after.joined(separator: "\n"))]
    }
  }

  /// The elements of a set in the lines below its heading.
  private static func values(
    _ lines: [String], of name: String
  ) throws(DocumentMisfit) -> [ExactString] {
    var values: [ExactString] = []
    for line in lines where !DocumentLine.isBlank(line) {
      guard let value = DocumentItems.begun(line) else { throw .noItem(line, heading: name) }
      if !value.isEmpty { values.append(ExactString(value)) }
    }
    return values
  }

  private func edits(
    of list: ListDefinition, from before: [DocumentItem], to after: [DocumentItem]
  ) throws(DocumentMisfit) -> DocumentEdits.OfList? {
    // An item that says nothing has no line, so the lines are those of the other elements.
    let elements = row(of: list).elements.filter { !$0.item(of: list).isEmpty }
    let matching = ItemMatching(from: before, to: after)
    var ofList = DocumentEdits.OfList(list: list)
    for (item, origin) in zip(after, matching.origins) {
      guard let origin, origin < elements.count else {
        ofList.order.append(nil)
        ofList.added.append(edits(of: list, from: nil, DocumentItem(of: list), to: item))
        continue
      }
      let element = elements[origin]
      ofList.order.append(element.id)
      let edits = edits(of: list, from: element, before[origin], to: item)
      if !edits.isEmpty {
        ofList.changed.append(DocumentEdits.Changed(element: element.id, edits: edits))
      }
    }
    let kept = ofList.order.compactMap(\.self)
    ofList.removed = elements.map(\.id).filter { !kept.contains($0) }
    let isSame = kept == elements.map(\.id) && ofList.added.isEmpty && ofList.changed.isEmpty
    return isSame ? nil : ofList
  }

  /// What makes an item say what a line says now.
  private func edits(
    of list: ListDefinition, from element: Element?, _ before: DocumentItem, to after: DocumentItem
  ) -> [FieldEdit] {
    list.fields.indices.compactMap { index in
      let field = list.fields[index].name
      guard before.values[index] != after.values[index] else { return nil }
      let value = after.values[index].string
      guard field.family == .text else {
        return .set(field: field.name.string, value: value)
      }
      let margins = Margins(ofWords: element?.words(of: field) ?? "")
      return .replace(
        field: field.name.string, text: margins.around(DocumentLine.all(of: value)))
    }
  }
}

extension DocumentItem {
  /// An item that says nothing.
  fileprivate init(of list: ListDefinition) {
    self.init(values: list.fields.map { _ in ExactString("") })
  }
}
