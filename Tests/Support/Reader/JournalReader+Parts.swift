internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitReference
internal import AfterwitText
internal import AfterwitVectors

/// An open part, and its hunks in the bytes of a view.
struct ReadPart {
  var part: JournalVectors.Part
  var family: UInt8
  var hunks: [HunkID]
}

extension JournalReader {
  /// The open parts of an entry: of texts and values by field, then of its deletion.
  func parts(of entry: Bytes) -> [ReadPart] {
    let own = fields.filter { $0.entry == entry && $0.element == nil }
    return own.flatMap { parts(in: $0) } + deletion(of: entry)
  }

  /// The open parts of an element that is shown.
  func parts(of element: ReadField.Element, in entry: Bytes) -> [ReadPart] {
    let own = fields.filter { $0.entry == entry && $0.element == element }
    return own.flatMap { parts(in: $0) } + deletion(of: entry, element)
  }

  /// The open parts of the elements that an entry shows.
  func partsOfElements(of entry: Bytes) -> [ReadPart] {
    fields.filter { $0.entry == entry && $0.family == 6 }.flatMap { list in
      shownElements(of: list).flatMap { parts(of: $0, in: entry) }
    }
  }

  private func parts(in field: ReadField) -> [ReadPart] {
    switch field.family {
    case 1: overlaps(in: field)
    case 2: value(of: field)
    default: []
    }
  }

  private func part(
    _ field: ReadField, kind: UInt8, number: Int, hunks: [HunkID],
    sides: [(device: [UInt8], words: String?)],
    words: (base: String, together: String?, now: String)? = nil
  ) -> ReadPart {
    let name = PlainEncoder.blob(field.name.array)
    let element = PlainEncoder.blob(field.element?.id.array ?? [])
    let bytes = field.entry.array + element + name + [field.family, kind]
    let id = PlainEncoder.sha256(PlainEncoder.domain("review") + bytes).prefix(10)
    return ReadPart(
      part: JournalVectors.Part(
        review: (Array(id), kind, field.entry.array, field.name.text), number: number,
        sides: sides, words: words),
      family: field.family, hunks: hunks)
  }

  private func device(of change: Int) -> [UInt8] { changes[change].envelope.device.array }

  private func overlaps(in field: ReadField) -> [ReadPart] {
    let (events, places) = events(of: field)
    let open = ReferenceReviews(events: events).parts.filter(\.isOpen)
    return open.enumerated().map { number, found in
      part(
        field, kind: 1, number: number + 1, hunks: found.hunks,
        sides: zip(found.shownSides, found.shownWords).map { (device(of: places[$0]), $1) },
        words: (found.baseWords, found.woven, found.words))
    }
  }

  private func value(of field: ReadField) -> [ReadPart] {
    let reference = reference(of: field.entry, field.element, register: field)
    guard let found = reference.value else { return [] }
    let writes = writes(of: field)
    let sides = found.sides.map { side in
      (device(of: side), writes.first { $0.change == side }?.value.text)
    }
    let version = Set(found.base + found.base.flatMap { changes[$0].ancestors })
    return [
      part(
        field, kind: 2, number: 1, hunks: found.hunks, sides: sides,
        words: (reference.shown(at: version), nil, writes.last?.value.text ?? ""))
    ]
  }

  private func reference(
    of entry: Bytes, _ element: ReadField.Element?, register: ReadField? = nil
  ) -> ReferenceEntry {
    guard let element else { return reference(of: entry, register: register) }
    return reference(of: element, in: entry, register: register)
  }

  private func deletion(of entry: Bytes, _ element: ReadField.Element? = nil) -> [ReadPart] {
    guard let found = reference(of: entry, element).deletion else { return [] }
    let field = ReadField(entry: entry, element: element, name: Bytes("entry"), family: 4)
    return [
      part(
        field, kind: 3, number: 1, hunks: found.hunks,
        sides: found.sides.map { (device(of: $0), nil) })
    ]
  }
}
