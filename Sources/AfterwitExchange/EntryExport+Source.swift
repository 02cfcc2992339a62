public import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

extension EntryExport {
  /// Everything that is held of an entry.
  ///
  /// - Parameters:
  ///   - content: what it holds.
  ///   - names: the names of the journal's devices.
  /// - Throws: what the source throws.
  public init(
    _ id: EntryID, journal: JournalID, content: EntryContent, names: [DeviceID: String],
    from source: some ExportSource
  ) throws {
    let presence = content.presence
    var marks = Marks(source: source)
    self.journal = journal
    self.id = id
    kind = EntryView(id: id, content: content).kindName
    created = presence.created
    modified = presence.modified
    isDeleted = presence.isHidden
    fields = try content.states.sorted { $0.0 < $1.0 }.map { name, state in
      try Field(FieldKey(entry: id, field: name), state, in: content, marks: &marks)
    }
    deletions = try marks.marks(presence.hiding)
    deviceNames = names.filter { name in marks.devices.contains(name.key) }
  }
}

extension EntryExport.Field {
  fileprivate init(
    _ key: FieldKey, _ state: FieldState, in content: EntryContent,
    marks: inout Marks<some ExportSource>
  ) throws {
    name = key.field.name.string
    family = key.field.familyCode
    value = try EntryExport.Value(state.value, of: key, in: content, marks: &marks)
    let source = marks.source
    foreign = try state.notUnderstood.sorted().map { index in
      EntryExport.Foreign(
        mark: try marks.mark(index), operations: try source.operations(of: index, on: key))
    }
  }
}

extension EntryExport.Value {
  fileprivate init(
    _ value: FieldState.Value, of key: FieldKey, in content: EntryContent,
    marks: inout Marks<some ExportSource>
  ) throws {
    switch value {
    case .text(let field):
      self = .text(field.shown.text, last: try marks.marks(field.heads.map(\.index)))
    case .register(let register):
      // The writes ascend: the last is the one that is shown.
      self = .register(try register.writes.reversed().map { ($0.value, try marks.mark($0.index)) })
    case .set(let set):
      self = .set(
        try set.elements.map { ($0.string, try marks.marks(set.adds[$0] ?? [])) })
    case .counter(let counter):
      self = .counter(counter.sum)
    case .list(let list):
      self = .list(
        try list.elements.map { id, _ in
          let name = ListElement(list: key.field, id: id)
          let element = content.element(name) ?? EntryContent.Element(name: name)
          return EntryExport.Element(
            id: id, deletions: try marks.marks(element.presence?.hiding ?? []),
            fields: try element.states.sorted { $0.0 < $1.0 }.map { field, state in
              try EntryExport.Field(
                FieldKey(entry: key.entry, element: name, field: field), state, in: content,
                marks: &marks)
            })
        })
    case .unknown:
      self = .unknown
    }
  }
}

/// The marks of changes, each read once.
private struct Marks<Origin: ExportSource> {
  let source: Origin
  private var known: [Int: EntryExport.Mark] = [:]

  init(source: Origin) {
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
