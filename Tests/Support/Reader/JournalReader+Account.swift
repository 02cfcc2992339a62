internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitReference
internal import AfterwitText
public import AfterwitVectors

extension JournalReader {
  /// What the member is shown.
  public var account: JournalVectors.Account {
    var account = JournalVectors.Account()
    account.held = held.map(\.id.array)
    account.waiting = waiting.map(\.array)
    account.withoutEffect = changes.filter { !$0.hasEffect }.map(\.envelope.id.array)
    account.aside = changes.filter(\.hasEffect).flatMap { made in
      made.aside.sorted().map { (made.envelope.id.array, $0.entry.array, $0.name.text) }
    }.sorted { $0.0 != $1.0 && Bytes($0.0) < Bytes($1.0) }
    account.entries = entries.map(entry)
    account.names = names
    account.parts = entries.filter { !isHidden($0) }.flatMap { entry in
      (parts(of: entry) + partsOfElements(of: entry)).map(\.part)
    }
    account.digest = digest(of: account)
    let ids = held.map(\.id).filter { departs(.waitingHeld) || !waiting.contains($0) }.sorted()
    account.heldHash = hash("held", ids.flatMap(\.array))
    return account
  }

  private func hash(_ domain: String, _ bytes: [UInt8]) -> [UInt8] {
    PlainEncoder.sha256(PlainEncoder.domain(domain) + bytes)
  }

  private func digest(of account: JournalVectors.Account) -> [UInt8] {
    let entries = account.entries.filter { !departs(.digestOfShown) || !$0.isHidden }
    let hashes = entries.map { hash("view", $0.view) }
    let names = account.names.map { $0.device + PlainEncoder.blob(Array($0.name.utf8)) }
    return hash(
      "digest",
      Array((departs(.digestReversed) ? hashes.reversed() : hashes).joined())
        + Array(names.joined()))
  }

  /// The devices that have a name, by id (AW-DOC-16).
  private var names: [(device: [UInt8], name: String)] {
    fields.compactMap { field in
      let digits = field.name.text.dropFirst("name:".count)
      let device = stride(from: 0, to: 64, by: 2).compactMap { place in
        UInt8(digits.dropFirst(place).prefix(2), radix: 16)
      }
      guard field.entry.array.allSatisfy({ $0 == 0 }), field.family == 2,
        field.name.text == "name:" + PlainEncoder.hexadecimal(device), device.count == 32,
        let name = writes(of: field).last?.value, !name.array.isEmpty || departs(.emptyName)
      else { return nil }
      return (device, name.text)
    }
  }

  // MARK: The view of an entry

  private func entry(_ entry: Bytes) -> JournalVectors.Entry {
    let kind = writes(of: ReadField(entry: entry, name: Bytes("kind"), family: 2)).last?.value
    let isHidden = isHidden(entry)
    let shown = fields.filter { $0.entry == entry && $0.element == nil }.compactMap { field in
      self.shown(in: field).map { (field.name.text, field.family, $0) }
    }
    var view = entry.array + string(kind?.text ?? "") + [isHidden ? 1 : 0]
    for (name, family, shown) in shown { view += string(name) + [family] + bytes(of: shown) }
    let parts = isHidden && !departs(.hiddenAsks) ? [] : parts(of: entry)
    if !parts.isEmpty { view += [0] + sorted(parts).flatMap(bytes) }
    return JournalVectors.Entry(
      id: entry.array, kind: kind?.text ?? "", isHidden: isHidden, fields: shown, view: view,
      times: times(of: entry))
  }

  private func string(_ text: String) -> [UInt8] { PlainEncoder.blob(Array(text.utf8)) }

  private func list(_ texts: [String]) -> [UInt8] {
    PlainEncoder.varint(UInt64(texts.count)) + Array(texts.map(string).joined())
  }

  private func shown(in field: ReadField) -> JournalVectors.Shown? {
    switch field.family {
    case 1:
      let reviews = ReferenceReviews(events: events(of: field).events)
      let text = departs(.nothingWoven) ? reviews.givenText : reviews.shownText
      return text.isEmpty ? nil : .text(text)
    case 2:
      let writes = writes(of: field).map(\.value)
      let isKind = field.name == Bytes("kind") && !departs(.kindAmongFields)
      guard !isKind, let value = writes.last else { return nil }
      var others = Set(writes).subtracting([value]).sorted()
      if departs(.othersUnsorted) { others = writes.filter { $0 != value } }
      let showsNothing = value.array.isEmpty && others.isEmpty && !departs(.clearedShown)
      return showsNothing ? nil : .register(value.text, others: others.map(\.text))
    case 3:
      let elements = elements(of: field).map(\.text)
      return elements.isEmpty ? nil : .set(elements)
    case 5:
      let count = count(in: field)
      return count == 0 ? nil : .counter(count)
    case 6:
      let elements = shownElements(of: field).map { element($0, in: field.entry) }
      return elements.isEmpty ? nil : .list(elements)
    default: return nil
    }
  }

  private func bytes(of shown: JournalVectors.Shown) -> [UInt8] {
    switch shown {
    case .text(let text): string(text)
    case .register(let value, let others): string(value) + list(others)
    case .set(let elements): list(elements)
    case .counter(let count): PlainEncoder.varint(UInt64(count))
    case .list(let elements):
      PlainEncoder.varint(UInt64(elements.count)) + elements.flatMap(\.view)
    }
  }

  private func element(
    _ element: ReadField.Element, in entry: Bytes
  ) -> JournalVectors.Element {
    let shown = fields.filter { $0.entry == entry && $0.element == element }.compactMap { field in
      self.shown(in: field).map { (field.name.text, field.family, $0) }
    }
    var view = element.id.array + PlainEncoder.varint(UInt64(shown.count))
    for (name, family, shown) in shown { view += string(name) + [family] + bytes(of: shown) }
    let parts = parts(of: element, in: entry)
    view += PlainEncoder.varint(UInt64(parts.count)) + sorted(parts).flatMap(bytes)
    return JournalVectors.Element(id: element.id.array, fields: shown, view: view)
  }

  /// The parts as a view orders them: by field, family, kind and hunks.
  private func sorted(_ parts: [ReadPart]) -> [ReadPart] {
    parts.sorted { left, right in
      let (one, other) = (left.part.review, right.part.review)
      let first = (Bytes(one.field), left.family, one.kind)
      let second = (Bytes(other.field), right.family, other.kind)
      if departs(.partsByKind), one.kind != other.kind { return one.kind < other.kind }
      return first == second ? left.hunks.lexicographicallyPrecedes(right.hunks) : first < second
    }
  }

  private func bytes(of part: ReadPart) -> [UInt8] {
    string(part.part.review.field) + [part.family, part.part.review.kind]
      + PlainEncoder.varint(UInt64(part.hunks.count))
      + part.hunks.flatMap { $0.envelope.bytes + PlainEncoder.varint(UInt64($0.number)) }
  }
}
