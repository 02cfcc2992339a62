internal import AfterwitEncoding
internal import AfterwitJournal

/// Writes a journal in Org: a tree of years, months and days.
struct OrgWriter {
  private static let known: Set<String> = ["title", "on", "at", "tags"]

  var losses = ExportLosses()

  /// All entries as one file.
  mutating func text(_ entries: [DatedEntry]) -> String {
    var text = ""
    var last: Day?
    for dated in entries {
      let day = dated.day
      if last?.year != day.year { text += "* \(day.description.prefix(4))\n" }
      if last.map({ ($0.year, $0.month) == (day.year, day.month) }) != true {
        text += "** \(day.description.prefix(7))\n"
      }
      if last != day { text += "*** \(day) \(Self.name(of: day))\n" }
      last = day
      text += self.text(dated)
    }
    return text
  }

  private mutating func text(_ dated: DatedEntry) -> String {
    let entry = dated.entry
    losses.count(entry, but: Self.known)
    if entry.kind != .reflection { losses.count(.otherKind) }
    let (title, body) = entry.headed(&losses)
    let tags = entry.tags.map { tag -> String in
      let written = String(tag.map { $0.isLetter || $0.isNumber || "_@#%".contains($0) ? $0 : "_" })
      if written != tag { losses.count(.tagSigns) }
      return written
    }
    var text =
      "**** " + title + (tags.isEmpty ? "" : " :" + tags.joined(separator: ":") + ":") + "\n"
    text += ":PROPERTIES:\n:ID: \(entry.id.text)\n:END:\n"
    if let time = dated.time {
      text += "[\(dated.day) \(Self.name(of: dated.day).prefix(3)) \(time)]\n"
    }
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map {
      line -> String in
      guard OrgHeading(String(line)) != nil else { return String(line) }
      losses.count(.indentedLine)
      return " " + line
    }
    return text + (body.isEmpty ? "" : lines.joined(separator: "\n") + "\n")
  }

  private static func name(of day: Day) -> String {
    let word = "\(day.weekday)"
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
