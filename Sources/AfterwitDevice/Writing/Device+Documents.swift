internal import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

extension Device {
  /// An entry as a document.
  ///
  /// - Parameter headings: fields and lists that have a heading though they say nothing.
  public func document(
    of id: EntryID, headings: [String]
  ) throws(DeviceFailure) -> OpenedDocument {
    let standpoint = environment.standpoint(at: environment.nowMilliseconds())
    return try reading { transaction in
      let kind = try transaction.kind(of: id)
      guard let view = try transaction.view(of: id), let content = try transaction.content(of: id)
      else { throw DeviceFailure.entry(.absent(id.shortText)) }
      let basis = DocumentBasis(
        entry: id, kind: kind, fields: content.documentFields(tags: view.tags))
      // None of its own words, which would be replaced there too where all of a word are replaced.
      let notes = ["\(kind.rawValue) \(id.shortText)"]
      return OpenedDocument(
        basis: basis, version: try transaction.frontierIDs(), edits: [],
        shown: basis.document(headings: headings, notes: notes, from: standpoint).text)
    }
  }

  /// A document of an entry that is to be made.
  ///
  /// - Parameters:
  ///   - edits: what is given to it beside its document; refused now where it does not fit.
  ///   - headings: the fields and lists that have a heading.
  ///   - notes: the lines that are only for reading.
  public func document(
    ofNew kind: Kind, edits: [FieldEdit], headings: [String], notes: [String]
  ) throws(DeviceFailure) -> OpenedDocument {
    try check(EditRequest(.new(kind), edits))
    var random = environment.random
    let basis = DocumentBasis(entry: EntryID(from: &random), kind: kind, fields: [])
    let standpoint = environment.standpoint(at: environment.nowMilliseconds())
    let document = basis.document(headings: headings, notes: notes, from: standpoint)
    return OpenedDocument(basis: basis, version: nil, edits: edits, shown: document.text)
  }
}

extension EntryContent {
  /// The fields that a document may show, as they stand.
  ///
  /// - Parameter tags: the tags in their one form.
  fileprivate func documentFields(tags: [String]) -> [DocumentBasis.Field] {
    states.compactMap { name, state in
      guard case .list(let list) = state.value else {
        guard let value = Self.value(of: state) else { return nil }
        let isTags = name == FieldName(.tags)
        return DocumentBasis.Field(name: name, value: isTags ? .set(tags) : value)
      }
      let elements = list.elements.compactMap { id, position -> DocumentBasis.Element? in
        let element = self.element(ListElement(list: name, id: id))
        guard element?.presence?.isHidden != true else { return nil }
        return DocumentBasis.Element(
          id: id, position: position,
          fields: (element?.states ?? []).compactMap { name, state in
            Self.value(of: state).map { DocumentBasis.Field(name: name, value: $0) }
          })
      }
      let row = DocumentBasis.Row(placeCount: list.placeCount, elements: elements)
      return DocumentBasis.Field(name: name, value: .list(row))
    }
  }

  /// What a field shows; `nil` for a family that no document shows.
  private static func value(of state: FieldState) -> DocumentBasis.Value? {
    switch state.view {
    case .text: .text(state.shownText)
    case .register(let shown, _): .register(shown)
    case .set(let elements): .set(elements)
    case .counter, .list, nil: nil
    }
  }
}
