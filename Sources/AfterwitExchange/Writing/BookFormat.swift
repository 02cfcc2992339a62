/// A format in which all entries are one file.
public enum BookFormat: String, CaseIterable, Hashable, Sendable {
  case jrnl, html, ical, org, dayone

  /// All entries as one text, and what is left out of it.
  public func text(
    of entries: [ShownEntry], clocks: any SourceClocks
  ) -> (text: String, losses: ExportLosses) {
    var losses = ExportLosses()
    let dated = DatedEntry.sorted(entries, clocks: clocks, losses: &losses)
    switch self {
    case .jrnl:
      var writer = JrnlWriter(losses: losses)
      return (writer.text(dated), writer.losses)
    case .ical:
      var writer = ICalendarWriter(losses: losses)
      return (writer.text(dated), writer.losses)
    case .org:
      var writer = OrgWriter(losses: losses)
      return (writer.text(dated), writer.losses)
    case .dayone:
      var writer = DayOneWriter(losses: losses)
      return (writer.text(dated), writer.losses)
    case .html: return (BookPage(dated).text, ExportLosses())
    }
  }
}
