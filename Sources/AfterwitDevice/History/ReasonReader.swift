internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

// An entry may have ten thousand changes, of which a few decided what stands. So of all of them is read
// which fields they wrote to, and no more; what one of them did is decoded where it counts.

/// Finds why an entry stands as it does, from its changes and from what was made of them.
struct ReasonReader {
  let view: EntryView
  let content: EntryContent
  let undos: Undos
  let history: EntryHistory
  let writers: Writers
  let reviews: ReviewReader
  var shelf: StoreShelf
  /// The places of the changes that stand and do something themselves, ascending.
  let standing: [Int]
  private let touching: TouchedFields

  init(_ history: EntryHistory, _ transaction: Transaction) throws {
    self.history = history
    guard let content = try transaction.content(of: history.entry) else {
      throw DeviceFailure.entry(.absent(history.entry.shortText))
    }
    self.content = content
    view = EntryView(id: history.entry, content: content)
    writers = try Writers(transaction)
    let undos = try transaction.undos()
    self.undos = undos
    shelf = try StoreShelf(reading: transaction)
    reviews = try ReviewReader(transaction)
    standing = history.changes.indices.filter { place in
      let index = history.changes.index(at: place)
      return !undos.isUndo(index) && !undos.isVoid(index)
    }
    touching = try TouchedFields(history, standing)
  }

  /// The entry.
  var entry: EntryID { history.entry }

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
    return try reasons + undoReasons(asked)
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
    case .counter(let counter): return try counterReasons(key, counter)
    case .list, .unknown: return []
    }
  }
}

extension ReasonReader {
  /// The places of the standing changes that have a block of a field, ascending.
  func places(on key: FieldKey) -> [Int] { touching.places[key] ?? [] }

  /// The standing changes that have a block of a field.
  func standing(on key: FieldKey) throws -> [PlacedChange] {
    try places(on: key).map { try history.changes.placed(at: $0) }
  }

  /// What the change at an index said.
  func saying(at index: Int, _ value: String? = nil) throws -> [Reason.Saying] {
    guard let place = history.changes.place(of: index) else { return [] }
    return try history.versions([place + 1], by: writers).map {
      Reason.Saying(version: $0, value: value)
    }
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
