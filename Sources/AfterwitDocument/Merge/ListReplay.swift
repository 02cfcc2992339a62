internal import AfterwitEncoding
internal import AfterwitText

// Places are never taken out, whoever is taken back: positions count in what their authors saw. But at
// a place that a void change put in, no element stands, unless no other place was ever put in for it:
// an element that somebody has written into since has to stand somewhere.

/// Derives where the elements of a list stand from the changes that still stand.
struct ListReplay {
  private let key: FieldKey
  private let changes: [PlacedChange]

  /// - Parameter changes: those of the entry whose operations on the list are not set aside.
  init(_ key: FieldKey, _ changes: [PlacedChange]) {
    self.key = key
    self.changes = changes
  }

  func derived(
    from list: ListField, standing: (Int) -> Bool, on shelf: inout some ChangeShelf
  ) throws -> ListField {
    let puts = changes.compactMap { placed -> Puts? in
      guard case .list(let edits)? = placed.change.operations(on: key), !edits.puts.isEmpty else {
        return nil
      }
      return Puts(
        stamp: placed.stamp, edits: edits, stands: standing(placed.stamp.index))
    }
    let placed = Set(puts.filter(\.stands).flatMap { $0.edits.puts.flatMap(\.elements) })
    let history =
      try shelf.takeHistory(of: key) ?? shelf.loadHistory(of: key, giving: list.row.text)
    var row = ListRow()
    var replayed = TextHistory()
    for (position, put) in puts.enumerated() {
      let event = history.text.events[position]
      let insertions = try replayed.append(event)
      let elements = put.edits.puts.flatMap(\.elements)
      func isVacant(_ element: ElementID) -> Bool { !put.stands && placed.contains(element) }
      let site = MergeSite(key: key, stamp: put.stamp)
      try row.leave(elements.filter { !isVacant($0) }) {
        try site.covers($0.index, on: &shelf)
      }
      row.put(elements, by: put.stamp, at: insertions)
      row.leave(elements.filter { isVacant($0) }, placedBy: put.stamp.index)
    }
    shelf.keep(history, of: key)
    return ListField(row: row, heads: list.heads, eventCount: list.eventCount)
  }

  private struct Puts {
    let stamp: ChangeStamp
    let edits: ListEdits
    let stands: Bool
  }
}
