internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

/// What an entry showed at versions that are gone.
struct Past {
  private let memory: PastMemory
  private let entry: EntryID

  init(_ memory: PastMemory, entry: EntryID) {
    self.memory = memory
    self.entry = entry
  }

  /// Every change of the entry that still stands, in the order of their indices.
  func changes() throws -> [PlacedChange] { try memory.changes(of: entry) }

  func common(_ indices: [Int]) throws -> [Int] {
    try memory.shelf.commonAncestors(of: indices)
  }

  func maximal(_ indices: [Int]) throws -> [Int] {
    let indices = Set(indices).sorted()
    guard indices.count > 1 else { return indices }
    return try memory.shelf.maximal(among: indices, atOrBefore: indices)
  }

  /// The value that a register showed; `nil` if it showed none.
  func value(of key: FieldKey, at version: [Int]) throws -> String? {
    let value = try Register.value(of: writes(of: key), at: version, on: &memory.shelf)
    return value.isEmpty ? nil : value
  }

  /// What was written to a register and still stands, ascending by index.
  func writes(of key: FieldKey) throws -> [Register.Write] {
    guard case .register(let register)? = try memory.shelf.state(of: key)?.value else { return [] }
    return register.allWrites
  }

  /// The maximal ones of some changes among what a version holds.
  func maximal(_ indices: [Int], atOrBefore version: [Int]) throws -> [Int] {
    try memory.shelf.maximal(among: indices, atOrBefore: version)
  }

  /// Whether a change is among a version's heads or their ancestors.
  func holds(_ index: Int, at version: [Int]) throws -> Bool {
    try memory.shelf.isAncestor(index, orEqualToAnyOf: version)
  }

  /// The names of the fields that were edited after `past` and up to `version`, of the entry itself
  /// or of an element of it.
  func fields(
    editedIn version: [Int], since past: [Int], of element: ListElement?
  ) throws -> [String] {
    var names: Set<String> = []
    for placed in try changes() {
      guard try memory.shelf.isAncestor(placed.stamp.index, orEqualToAnyOf: version),
        try !memory.shelf.isAncestor(placed.stamp.index, orEqualToAnyOf: past)
      else { continue }
      let keys = placed.change.blocks.map(\.key).filter {
        $0.entry == entry && $0.field != .presence && (element == nil || $0.element == element)
      }
      names.formUnion(keys.map { (element == nil ? $0.entryField : $0.field).name.string })
    }
    return names.sorted()
  }

  /// The words by which a person knows the entry, or an element of it: its main text, or its title.
  func words(of element: ListElement?, at version: [Int]) throws -> String? {
    guard let kind = try memory.transaction.view(of: entry)?.kind else { return nil }
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
  private func text(of key: FieldKey, at version: [Int]) throws -> String {
    if try version == memory.transaction.frontier() {
      guard case .text(let field)? = try memory.shelf.state(of: key)?.value else { return "" }
      return field.text
    }
    let history = try memory.shelf.history(of: key)
    let known = try memory.shelf.maximal(among: history.indices, atOrBefore: version)
    let positions = known.compactMap { index in history.indices.firstIndex(of: index) }
    return positions.isEmpty ? "" : history.text.text(at: positions)
  }
}
