internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitText

/// The changes that name one entry, as the envelopes hold them.
struct EntryRecord {
  /// Those by which something was done to the entry without deleting it.
  private(set) var touches: [EnvelopeID] = []
  /// Those that delete it.
  private(set) var deletions: [EnvelopeID] = []
  /// Those that delete it or show it again.
  private(set) var marks: [EnvelopeID] = []
  /// Those that take out copies of what was written alike.
  private(set) var removals: [EnvelopeID] = []
  /// Those that write to each text, but for such removals.
  private(set) var texts: [String: [EnvelopeID]] = [:]
  /// The marks that each of these inserts, by text; one that is inserted twice is there twice.
  private(set) var typings: [String: [(mark: Unicode.Scalar, by: EnvelopeID)]] = [:]

  /// Adds a change's block.
  private mutating func add(_ block: Change.Block, of id: EnvelopeID) {
    switch block.operations {
    case .presence(let presence):
      marks.append(id)
      if presence == .deleted { deletions.append(id) } else { touches.append(id) }
    case .text(let operations):
      if operations.first == .same {
        removals.append(id)
      } else {
        let field = block.key.field.name.string
        texts[field, default: []].append(id)
        touches.append(id)
        for case .insert(_, let text) in operations {
          typings[field, default: []] += Typing.marks(in: text).map { ($0, id) }
        }
      }
    case .register, .set, .counter, .list, .unknown: touches.append(id)
    }
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
