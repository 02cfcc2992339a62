internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

/// What an entry that is there gets of what its source says now.
struct ImportUpdate {
  /// The blocks; none where nothing is to be changed.
  private(set) var blocks: [Change.Block] = []
  /// The fields that were changed both here and in the source.
  private(set) var disputed: [String] = []

  /// Compares what the source says with what it said, and with what is here.
  ///
  /// - Parameter earlier: what the source said before; none where the entry did not come from it.
  init(
    _ entry: EntryID, _ imported: ImportedEntry, version: SourceVersion, element: String,
    earlier: [SourceVersion], states: [(FieldName, FieldState)], standpoint: Standpoint
  ) throws {
    var edits: [FieldEdit] = []
    let fields = Set(imported.values.map(\.field)).union(
      states.map(\.0).filter { state in
        earlier.contains { $0.hashes[Substring(state.name.string)] != nil }
          && (state.family == .register || state.family == .text)
      }
    ).sorted()
    for field in fields {
      let name = field.name.string
      let here = states.first { $0.0 == field }.map { Self.shown($0.1) } ?? ""
      let there = imported.value(of: field)
      guard ExactString(here) != ExactString(there) else { continue }
      let said = Self.hash(there)
      // The source has not changed it since: what differs was changed here.
      if earlier.contains(where: { ($0.hashes[Substring(name)] ?? "") == said }) { continue }
      if earlier.contains(where: { ($0.hashes[Substring(name)] ?? "") == Self.hash(here) }) {
        edits.append(.set(field: name, value: there))
      } else {
        disputed.append(name)
      }
    }
    for field in Set(imported.elements.map(\.field)) {
      let name = field.name.string
      let said = version.hashes[Substring(name)] ?? ""
      guard !earlier.contains(where: { ($0.hashes[Substring(name)] ?? "") == said }) else {
        continue
      }
      let here = states.first { $0.0 == field }.map { Self.elements($0.1) } ?? []
      for element in imported.elements where element.field == field {
        if !here.contains(ExactString(element.value)) {
          edits.append(.add(field: name, value: element.value))
        }
      }
    }
    guard !edits.isEmpty else { return }
    var plan = EditPlan(
      of: .entry(imported.kind), entry: entry, standpoint: standpoint, textLimit: Limits.body,
      states: states)
    try plan.add(edits, on: NoBasis())
    blocks = plan.blocks
    guard !blocks.isEmpty, disputed.isEmpty else { return }
    blocks.append(
      Change.Block(
        key: FieldKey(entry: entry, field: .imported),
        operations: .set(added: [ExactString(element)], removed: [])))
  }

  private static func hash(_ value: String) -> Substring {
    value.isEmpty ? "" : Substring(SourceVersion.hash([value]))
  }

  private static func shown(_ state: FieldState) -> String {
    switch state.value {
    case .register(let register): register.shown ?? ""
    case .text(let text): text.shown.text
    case .set, .counter, .list, .unknown: ""
    }
  }

  private static func elements(_ state: FieldState) -> Set<ExactString> {
    guard case .set(let set) = state.value else { return [] }
    return Set(set.adds.keys)
  }
}

/// What is imported names no other entry by a prefix.
private struct NoBasis: EditBasis {
  func entryID(_ typed: String) throws -> EntryID {
    guard let range = EntryID.range(ofTextPrefix: typed), range.lowerBound == range.upperBound
    else { throw DeviceFailure.entry(.absent(typed)) }
    return range.lowerBound
  }
  func follows(_ attempt: EntryID, _ other: EntryID) throws -> Bool { false }
  func originText(_ typed: String) throws -> String { typed }
}
