public import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

extension EntryExport {
  /// Everything that is held of an entry.
  ///
  /// - Parameters:
  ///   - states: what its fields hold, in any order.
  ///   - names: the names of the journal's devices.
  /// - Throws: what the source throws.
  public init(
    _ id: EntryID, journal: JournalID, presence: Presence, states: [(FieldName, FieldState)],
    names: [DeviceID: String], from source: some ExportSource
  ) throws {
    var marks = Marks(source: source)
    self.journal = journal
    self.id = id
    kind = EntryView(id: id, presence: presence, states: states).kindName
    created = presence.created
    modified = presence.modified
    isDeleted = presence.isHidden
    fields = try states.sorted { $0.0 < $1.0 }.map { name, state in
      Field(
        name: name.name.string, family: name.familyCode,
        value: try Value(state.value, marks: &marks),
        foreign: try state.notUnderstood.sorted().map { index in
          Foreign(
            mark: try marks.mark(index),
            operations: try source.operations(of: index, on: FieldKey(entry: id, field: name)))
        })
    }
    deletions = try marks.marks(presence.hiding)
    deviceNames = names.filter { name in marks.devices.contains(name.key) }
  }
}

extension EntryExport.Value {
  fileprivate init(_ value: FieldState.Value, marks: inout Marks<some ExportSource>) throws {
    switch value {
    case .text(let field):
      self = .text(field.shown.text, last: try marks.marks(field.heads.map(\.index)))
    case .register(let register):
      // The writes ascend: the last is the one that is shown.
      self = .register(try register.writes.reversed().map { ($0.value, try marks.mark($0.index)) })
    case .set(let set):
      self = .set(
        try set.elements.map { ($0.string, try marks.marks(set.adds[$0] ?? [])) })
    case .unknown:
      self = .unknown
    }
  }
}

/// The marks of changes, each read once.
private struct Marks<Source: ExportSource> {
  let source: Source
  private var known: [Int: EntryExport.Mark] = [:]

  init(source: Source) {
    self.source = source
  }

  /// The devices of the marks so far.
  var devices: Set<DeviceID> { Set(known.values.map(\.device)) }

  /// The mark of the change at an index.
  mutating func mark(_ index: Int) throws -> EntryExport.Mark {
    if let mark = known[index] { return mark }
    let stamp = try source.changeStamp(at: index)
    let mark = EntryExport.Mark(
      change: stamp.order.envelope, device: stamp.order.device, timestamp: stamp.timestamp)
    known[index] = mark
    return mark
  }

  /// The marks of some changes, by their indices.
  mutating func marks(_ indices: [Int]) throws -> [EntryExport.Mark] {
    var marks: [EntryExport.Mark] = []
    for index in indices.sorted() { marks.append(try mark(index)) }
    return marks
  }
}
