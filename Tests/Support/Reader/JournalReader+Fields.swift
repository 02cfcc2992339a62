internal import AfterwitEncoding
internal import AfterwitReference
internal import AfterwitText

extension JournalReader {
  /// The blocks of a field that have an effect, each with the place of its change; without those of
  /// void changes, or with them; no write of an entry's kind is void (AW-DOC-49).
  func edits(of field: ReadField, evenVoid: Bool = false) -> [(change: Int, edit: ReadEdit)] {
    changes.indices.flatMap { place -> [(change: Int, edit: ReadEdit)] in
      let made = changes[place]
      let counts = evenVoid || field.isKind || !void.contains(place)
      guard made.hasEffect, !made.aside.contains(field), counts else { return [] }
      return (made.change?.blocks ?? []).filter { $0.field == field }.map { (place, $0.edit) }
    }
  }

  /// All fields that some change with an effect writes to, ascending.
  var fields: [ReadField] {
    let blocks = changes.filter(\.hasEffect).flatMap { $0.change?.blocks ?? [] }
    return Set(blocks.map(\.field)).sorted()
  }

  func order(of place: Int) -> TextOrder {
    let envelope = changes[place].envelope
    return TextOrder(
      device: DeviceID(envelope.device.array) ?? .zero, number: envelope.number,
      envelope: EnvelopeID(envelope.id.array) ?? .zero)
  }

  // MARK: Texts

  /// The events of a text or a list, parents first, and the places of their changes; all, or those of
  /// a version.
  ///
  /// What takes such an event of a text back is one too.
  func events(
    of field: ReadField, at version: Set<Int>? = nil
  ) -> (events: [TextEvent], changes: [Int]) {
    var (events, places) = ([TextEvent](), [Int]())
    let edits = Dictionary(uniqueKeysWithValues: edits(of: field, evenVoid: true).map { ($0, $1) })
    for place in changes.indices where version?.contains(place) ?? true {
      let operations = edits[place]?.operations ?? []
      let isUndo = field.family == 1 && changes[place].hasEffect
      let undone = places.indices.filter { isUndo && takesBack(place, places[$0]) }
      if operations.isEmpty, undone.isEmpty || departs(.undoIgnored) { continue }
      let seen = Set(places).intersection(changes[place].ancestors)
      events.append(
        TextEvent(
          order: order(of: place),
          parents: maximal(seen).compactMap { places.firstIndex(of: $0) }.sorted(),
          operations: operations, undone: undone))
      places.append(place)
    }
    return (events, places)
  }

  /// Whether operations lie inside the text that the ancestors show.
  func fits(_ operations: [TextOperation], in field: ReadField, at ancestors: Set<Int>) -> Bool {
    var text = ReferenceText()
    for event in events(of: field, at: ancestors).events { text.append(event) }
    var length = text.text.unicodeScalars.count
    for operation in operations {
      switch operation {
      case .insert(let position, let text):
        if position > length { return false }
        length += text.unicodeScalars.count
      case .delete(let position, let count):
        if position > length || count > length - position { return false }
        length -= count
      case .answer, .same: continue
      }
    }
    return true
  }

  // MARK: Values

  /// The writes of a register that no other write descends from, the shown one last.
  func writes(of field: ReadField) -> [(change: Int, value: Bytes)] {
    var values: [Int: Bytes] = [:]
    for case (let place, .register(let value)) in edits(of: field) { values[place] = value }
    return maximal(Set(values.keys)).sorted(by: isLesser).map { ($0, values[$0] ?? Bytes([])) }
  }

  /// The order of writes: by timestamp, then envelope.
  func isLesser(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (changes[one].envelope.id, changes[other].envelope.id)
    if departs(.valueByEnvelope) { return left < right }
    let (first, second) = (timestamp(of: one), timestamp(of: other))
    if first == second { return (left < right) != departs(.tieToLeastEnvelope) }
    return (first < second) != departs(.valueByLeastTimestamp)
  }

  func timestamp(of place: Int) -> UInt64 { changes[place].prefix?.timestamp ?? 0 }

  /// The elements of a set, ascending.
  func elements(of field: ReadField) -> [Bytes] {
    let all = edits(of: field).flatMap { item -> [(change: Int, element: Bytes, isAdded: Bool)] in
      guard case .set(let edits) = item.edit else { return [] }
      return edits.map { (item.change, $0.element, $0.isAdded) }
    }
    let present = all.filter { add in
      add.isAdded
        && !all.contains { other in
          !other.isAdded && other.element == add.element
            && (changes[other.change].ancestors.contains(add.change)
              || departs(.removalWins)
                && !changes[add.change].ancestors.contains(other.change))
        }
    }
    return Set(present.map(\.element)).sorted()
  }
}

extension ReadEdit {
  /// What it does to a text, or to the places of a list.
  var operations: [TextOperation]? {
    switch self {
    case .text(let operations): operations
    case .list(let list): list.operations
    case .register, .set, .presence, .counter, .undo, .notUnderstood: nil
    }
  }

  var isStrange: Bool {
    if case .notUnderstood = self { true } else { false }
  }
}
