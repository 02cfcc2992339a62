internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

/// What an entry showed at versions that are gone.
struct Past {
  private let entry: EntryID
  private let kind: Kind?
  private var shelf: StoreShelf
  /// Those that still stand.
  private let changes: [PlacedChange]

  init(_ transaction: Transaction, entry: EntryID) throws {
    self.entry = entry
    kind = try transaction.view(of: entry)?.kind
    shelf = try StoreShelf(reading: transaction)
    let undos = try transaction.undos()
    changes = try transaction.changes(of: entry).filter { !undos.isVoid($0.stamp.index) }
  }

  mutating func common(_ indices: [Int]) throws -> [Int] {
    try shelf.commonAncestors(of: indices)
  }

  mutating func maximal(_ indices: [Int]) throws -> [Int] {
    let indices = Set(indices).sorted()
    return try shelf.maximal(among: indices, atOrBefore: indices)
  }

  /// The value that a register showed; `nil` if it showed none.
  mutating func value(of key: FieldKey, at version: [Int]) throws -> String? {
    var writes: [Register.Write] = []
    for placed in changes {
      guard case .register(let value)? = placed.change.operations(on: key) else { continue }
      writes.append(
        Register.Write(
          index: placed.stamp.index, timestamp: placed.stamp.timestamp,
          envelope: placed.stamp.order.envelope, value: value))
    }
    let value = try Register.value(of: writes, at: version, on: &shelf)
    return value.isEmpty ? nil : value
  }

  /// The names of the fields that were edited after `past` and up to `version`, of the entry itself
  /// or of an element of it.
  mutating func fields(
    editedIn version: [Int], since past: [Int], of element: ListElement?
  ) throws -> [String] {
    var names: Set<String> = []
    for placed in changes {
      guard try shelf.isAncestor(placed.stamp.index, orEqualToAnyOf: version),
        try !shelf.isAncestor(placed.stamp.index, orEqualToAnyOf: past)
      else { continue }
      let keys = placed.change.blocks.map(\.key).filter {
        $0.entry == entry && $0.field != .presence && (element == nil || $0.element == element)
      }
      names.formUnion(keys.map { (element == nil ? $0.entryField : $0.field).name.string })
    }
    return names.sorted()
  }

  /// The words by which a person knows the entry, or an element of it: its main text, or its title.
  mutating func words(of element: ListElement?, at version: [Int]) throws -> String? {
    guard let kind else { return nil }
    guard let element else {
      let text = try text(of: FieldKey(entry: entry, field: kind.defaultField), at: version)
      guard text.isEmpty else { return text }
      return try value(
        of: FieldKey(entry: entry, field: FieldName("title", family: .register)), at: version)
    }
    let list = kind.list(named: element.list.name.string)
    for field in list?.fields ?? [] where field.rule != .flag {
      let key = FieldKey(entry: entry, element: element, field: field.name)
      let words =
        field.name.family == .text
        ? try text(of: key, at: version) : try value(of: key, at: version) ?? ""
      if !words.isEmpty { return words }
    }
    return nil
  }

  /// What a text showed.
  private mutating func text(of key: FieldKey, at version: [Int]) throws -> String {
    let history = try shelf.history(of: key)
    let known = try shelf.maximal(among: history.indices, atOrBefore: version)
    let positions = known.compactMap { index in history.indices.firstIndex(of: index) }
    return positions.isEmpty ? "" : history.text.text(at: positions)
  }
}
