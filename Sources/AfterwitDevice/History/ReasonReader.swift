internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

/// Finds why an entry stands as it does, from its changes and from what was made of them.
struct ReasonReader {
  let entry: EntryID
  let view: EntryView
  let content: EntryContent
  let versions: [EntryVersion]
  let undos: Undos
  /// All changes; version `n` is made by the change at `n - 1`.
  let changes: [PlacedChange]
  /// The changes that stand and do something themselves.
  let standing: [PlacedChange]
  var shelf: StoreShelf
  private let numbers: [Int: Int]
  private let blocks: [FieldKey: [PlacedChange]]

  init(_ history: EntryHistory, _ transaction: Transaction) throws {
    entry = history.entry
    let changes = history.changes
    self.changes = changes
    guard let content = try transaction.content(of: entry) else {
      throw DeviceFailure.entry(.absent(entry.shortText))
    }
    self.content = content
    view = EntryView(id: entry, content: content)
    versions = try history.versions(1...changes.count, by: try Writers(transaction))
    let undos = try transaction.undos()
    self.undos = undos
    let standing = changes.filter { $0.change.undone == nil && !undos.isVoid($0.stamp.index) }
    self.standing = standing
    shelf = try StoreShelf(reading: transaction)
    numbers = Dictionary(
      uniqueKeysWithValues: changes.indices.map { (changes[$0].stamp.index, $0) })
    var blocks: [FieldKey: [PlacedChange]] = [:]
    for placed in standing {
      for block in placed.change.blocks where block.key.entry == history.entry {
        blocks[block.key, default: []].append(placed)
      }
    }
    self.blocks = blocks
  }

  /// The reasons for what is asked about.
  mutating func reasons(for asked: AskedField) throws -> [Reason] {
    var reasons = asked.field == nil ? try presenceReasons(of: asked.element) : []
    for name in view.kind.map(Self.names) ?? [] where isAsked(name, asked) {
      reasons += try fieldReasons(FieldKey(entry: entry, element: nil, field: name), asked)
    }
    if let element = asked.element {
      if asked.field == nil { reasons += try placeReasons(of: element) }
      reasons += try itemFieldReasons(element, only: asked.field)
    }
    return reasons + undoReasons(asked)
  }

  private func isAsked(_ name: FieldName, _ asked: AskedField) -> Bool {
    asked.element == nil && (asked.field.map { name.name == ExactString($0) } ?? true)
  }

  private static func names(of kind: Kind) -> [FieldName] {
    kind.fields.map(\.name) + kind.lists.map(\.name) + (kind.counter.map { [$0] } ?? [])
  }

  private mutating func fieldReasons(_ key: FieldKey, _ asked: AskedField) throws -> [Reason] {
    guard let state = content.states.first(where: { $0.0 == key.field })?.1 else { return [] }
    if case .list(let list) = state.value {
      return try listReasons(key, list, asked)
    }
    return try reasons(of: key, state)
  }

  /// The reasons of an item's fields, or of one of them.
  mutating func itemFieldReasons(
    _ element: ListElement, only field: String? = nil
  ) throws -> [Reason] {
    var reasons: [Reason] = []
    for (name, state) in content.element(element)?.states.sorted(by: { $0.0 < $1.0 }) ?? []
    where field.map({ name.name == ExactString($0) }) ?? true {
      reasons += try self.reasons(
        of: FieldKey(entry: entry, element: element, field: name), state)
    }
    return reasons
  }

  private mutating func reasons(of key: FieldKey, _ state: FieldState) throws -> [Reason] {
    switch state.value {
    case .register(let register): return try registerReasons(key, register)
    case .text: return try textReasons(key)
    case .set(let set): return try setReasons(key, set)
    case .counter(let counter): return counterReasons(key, counter)
    case .list, .unknown: return []
    }
  }
}

extension ReasonReader {
  /// The standing changes that have a block of a field.
  func standing(on key: FieldKey) -> [PlacedChange] { blocks[key] ?? [] }

  /// The version that the change at an index made.
  func version(at index: Int) -> EntryVersion? { numbers[index].map { versions[$0] } }

  /// What the change at an index said.
  func saying(at index: Int, _ value: String? = nil) -> [Reason.Saying] {
    version(at: index).map { [Reason.Saying(version: $0, value: value)] } ?? []
  }

  /// A reason about a field, or about what it lies in.
  func reason(_ rule: Reason.Rule, of key: FieldKey) -> Reason {
    let isPresence = key.field == .presence
    return Reason(
      field: key.element == nil && isPresence ? nil : key.entryField.name.string,
      item: key.element?.id,
      itemField: key.element == nil || isPresence ? nil : key.field.name.string, rule: rule)
  }

  /// The review of a field that is open, if one is.
  func openReview(of key: FieldKey, _ kind: ReviewKind) -> ReviewID? {
    let isOpen = view.allOpenParts.contains {
      $0 == key.element && $1.field == key.field && $1.kind == kind
    }
    return isOpen ? ReviewKey(field: key, kind: kind).id : nil
  }

  /// Whether a change was made by somebody who had seen another.
  mutating func isSeen(_ index: Int, by other: PlacedChange) throws -> Bool {
    try shelf.isAncestor(index, orEqualToAnyOf: other.stamp.parents)
  }
}
