internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitText

/// The changes that name one entry, as the envelopes hold them.
struct EntryRecord {
  /// Those that say whether it is there.
  private(set) var presence = PresenceRecord()
  /// Those that say it of the elements of its lists.
  private(set) var elements: [ElementID: PresenceRecord] = [:]
  /// The elements that were given a place.
  private(set) var placed: Set<ElementID> = []
  /// How much was counted, by field.
  private(set) var counts: [String: Int] = [:]
  /// Those that take out copies of what was written alike.
  private(set) var removals: [EnvelopeID] = []
  /// Those that write to each text, but for such removals.
  private(set) var texts: [String: [EnvelopeID]] = [:]
  /// The marks that each of these inserts, by text; one that is inserted twice is there twice.
  private(set) var typings: [String: [(mark: Unicode.Scalar, by: EnvelopeID)]] = [:]

  /// Adds a change's block.
  private mutating func add(_ block: Change.Block, of id: EnvelopeID) {
    var isTouch = true
    switch block.operations {
    case .presence(let mark):
      presence.marks.append(id)
      if mark == .deleted { presence.deletions.append(id) }
      isTouch = mark != .deleted
    case .text(let operations):
      let field = block.key.path
      isTouch = operations.first != .same
      if isTouch {
        texts[field, default: []].append(id)
        for case .insert(_, let text) in operations {
          typings[field, default: []] += Typing.marks(in: text).map { ($0, id) }
        }
      } else {
        removals.append(id)
      }
    case .list(let edits): isTouch = add(edits, of: id)
    case .counter(let amount): counts[block.key.path, default: 0] += amount
    case .undo: isTouch = false
    case .register, .set, .unknown: break
    }
    guard isTouch else { return }
    presence.touches.append(id)
    if let element = block.key.element {
      elements[element.id, default: PresenceRecord()].touches.append(id)
    }
  }

  /// Adds what becomes of elements; whether it is more than that they are moved.
  private mutating func add(_ edits: ListEdits, of id: EnvelopeID) -> Bool {
    placed.formUnion(edits.puts.flatMap(\.elements))
    let put = edits.puts.filter { !$0.isMove }.flatMap(\.elements)
    for element in put + edits.restored {
      elements[element, default: PresenceRecord()].touches.append(id)
    }
    for element in edits.removed {
      elements[element, default: PresenceRecord()].deletions.append(id)
    }
    for element in edits.removed + edits.restored {
      elements[element, default: PresenceRecord()].marks.append(id)
    }
    return !put.isEmpty || !edits.restored.isEmpty || !edits.removed.isEmpty
  }

  /// The records of all entries.
  static func all(in archive: Archive) -> [EntryID: EntryRecord] {
    var records: [EntryID: EntryRecord] = [:]
    for change in archive.changes {
      for block in change.blocks {
        records[block.key.entry, default: EntryRecord()].add(block, of: change.id)
      }
    }
    return records
  }
}

extension FieldKey {
  /// The path of the field.
  fileprivate var path: String {
    element?.path(field.name.string) ?? field.name.string
  }
}
