internal import AfterwitEncoding
internal import AfterwitJournal

/// Writes the JSON that Day One imports.
struct DayOneWriter {
  private static let known: Set<String> = ["title", "on", "at", "tags", "starred"]

  var losses = ExportLosses()

  /// All entries as one file.
  mutating func text(_ entries: [DatedEntry]) -> String {
    let written = entries.map { entry($0) }.joined(separator: ",\n")
    return "{\"metadata\":{\"version\":\"1.0\"},\"entries\":[\n\(written)\n]}\n"
  }

  private mutating func entry(_ dated: DatedEntry) -> String {
    let entry = dated.entry
    losses.count(entry, but: Self.known)
    if entry.kind != .reflection { losses.count(.otherKind) }
    let (title, body) = entry.headed(&losses)
    let text = (title.isEmpty ? "" : "# " + title) + (body.isEmpty ? "" : "\n\n" + body)
    let time = dated.time?.description ?? "00:00"
    let id = entry.id.bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
    let tags = entry.tags.map(QuotedText.json).joined(separator: ",")
    return "{\"uuid\":\"\(id)000000000000\",\"creationDate\":\"\(dated.day)T\(time):00Z\","
      + "\"timeZone\":\"UTC\",\"isAllDay\":\(dated.time == nil),\"starred\":\(entry.isStarred),"
      + "\"tags\":[\(tags)],\"text\":\(QuotedText.json(MarkdownEscapes.done(text)))}"
  }
}
