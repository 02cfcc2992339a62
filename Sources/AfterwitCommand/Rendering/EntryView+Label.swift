internal import AfterwitEncoding
internal import AfterwitJournal

extension EntryView {
  /// The title in a sentence is cut beyond this many columns.
  private static let labelWidth = 60

  /// The entry as a sentence names it: its short id and its title.
  var label: String {
    let line = Escaping.oneLine(title)
    return id.shortText + ": "
      + (line.isEmpty ? "(no title)" : line.cut(toColumns: Self.labelWidth))
  }
}
