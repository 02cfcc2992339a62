internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding

extension EntryVersion {
  /// The widest value that is told, in columns.
  private static let valueLimit = 32

  /// What the change did, in words: `happened, tags +hr`, `removed`, `taken back: 12`.
  var words: String {
    if edits.count == 1 { return Self.words(edits[0]) }
    let added = Set(
      edits.flatMap { edit -> [ElementID] in
        if case .items(let added, _, _, _) = edit.deed { added } else { [] }
      })
    // What a new item says is part of its coming.
    let told = edits.filter { edit in edit.item.map { !added.contains($0) } ?? true }
    let kinds = told.filter { $0.field == Self.kind }
    let words = (kinds + told.filter { $0.field != Self.kind }).map(Self.words)
    return words.reduce(into: [String]()) { all, words in
      if !all.contains(words) { all.append(words) }
    }.joined(separator: ", ")
  }

  private static let kind = FieldName.kind.name.string

  private static func words(_ edit: VersionEdit) -> String {
    let place = place(of: edit)
    switch edit.deed {
    case .wrote: return place
    case .decided: return place + " decided"
    case .united: return place + " written alike, kept once"
    case .set(let value):
      guard edit.field != kind else { return "new " + value }
      return place + " " + (value.isEmpty ? "cleared" : value.cut(toColumns: valueLimit))
    case .elements(let added, let removed):
      return place + " "
        + (added.map { "+" + $0 } + removed.map { "-" + $0 }).joined(separator: " ")
    case .counted(let amount): return place + " +\(amount)"
    case .items(let added, let removed, let restored, let moved):
      return place + " " + items(added, removed, restored, moved).joined(separator: ", ")
    case .removed: return "removed"
    case .restored: return "brought back"
    case .undone(let numbers):
      return "taken back: " + numbers.map { String($0) }.joined(separator: ", ")
    case .unknown: return place + " (by a later version of afterwit)"
    }
  }

  private static func place(of edit: VersionEdit) -> String {
    guard edit.item != nil else { return edit.field ?? "" }
    return [edit.field, edit.item?.shortText, edit.itemField].compactMap(\.self)
      .joined(separator: " ")
  }

  private static func items(
    _ added: [ElementID], _ removed: [ElementID], _ restored: [ElementID], _ moved: [ElementID]
  ) -> [String] {
    [("added", added), ("removed", removed), ("brought back", restored), ("moved", moved)]
      .compactMap { word, ids in
        guard let first = ids.first else { return nil }
        return ids.count == 1 ? "\(first.shortText) \(word)" : "\(ids.count) \(word)"
      }
  }
}
