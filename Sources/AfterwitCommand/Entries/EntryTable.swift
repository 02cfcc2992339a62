internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// Entries as aligned lines: id, day, kind, star, title, tags, and open reviews where there are.
struct EntryTable {
  /// The title column grows to the widest title, but not beyond this many columns.
  private static let titleLimit = 48

  /// How the lines are dressed.
  let style: Style

  /// One line an entry, in the order given.
  func lines(_ entries: [EntryView]) -> [String] {
    let titles = entries.map { style.line($0.title) }
    let titleWidth = min(titles.map(\.columns).max() ?? 0, Self.titleLimit)
    let kindWidth = entries.map { $0.kindName.columns }.max() ?? 0
    return zip(entries, titles).map { entry, title in
      let tags = entry.tags.map { "#" + style.line($0) }.joined(separator: " ")
      let mark = OpenReviews.mark(entry.openPartCount)
      let last = [tags, style.bold(mark)].filter { !$0.isEmpty }.joined(separator: "  ")
      // Joined by hand, because `joined` makes the runtime build a generic type in each process.
      var line = style.bold(entry.id.shortText)
      for part in [
        style.faint(Moment(entry.created).localDay),
        style.line(entry.kindName).padded(to: kindWidth), entry.isStarred ? "*" : " ",
        last.isEmpty ? title : title.padded(to: titleWidth), last,
      ] {
        line += "  "
        line += part
      }
      let end = line.utf8.lastIndex { $0 != UInt8(ascii: " ") } ?? line.startIndex
      return String(line[...end])
    }
  }
}
