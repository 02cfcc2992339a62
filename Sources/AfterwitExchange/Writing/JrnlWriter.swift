internal import AfterwitJournal

/// Writes a journal of jrnl.
struct JrnlWriter {
  private static let known: Set<String> = ["title", "on", "at", "tags", "starred"]

  var losses = ExportLosses()

  /// All entries as one text.
  mutating func text(_ entries: [DatedEntry]) -> String {
    var text = ""
    for entry in entries { text += self.text(entry) }
    return text
  }

  private mutating func text(_ dated: DatedEntry) -> String {
    let entry = dated.entry
    losses.count(entry, but: Self.known)
    if entry.kind != .reflection { losses.count(.otherKind) }
    var (title, body) = entry.headed(&losses)
    if title.hasSuffix("*") {
      losses.count(.titleStar)
      title = title.dropLast() + "\u{2217}"
    }
    let present = JrnlSettings().tags(in: title + "\n" + body)
    let missing = entry.tags.map { tag -> String in
      let written = String(
        tag.map { $0.isLetter || $0.isNumber || "-+*#/_".contains($0) ? $0 : "_" })
      if written != tag { losses.count(.tagSigns) }
      return written
    }.filter { !present.contains($0) }
    if !missing.isEmpty {
      losses.count(.tagsInText)
      body += (body.isEmpty ? "" : "\n\n") + missing.map { "@" + $0 }.joined(separator: " ")
    }
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map {
      line -> String in
      guard line.hasPrefix("["), line.contains("] ") else { return String(line) }
      losses.count(.indentedLine)
      return " " + line
    }
    let stamp = dated.day.description + (dated.time.map { " " + $0.description } ?? "")
    let head = "[\(stamp)] \(title)" + (entry.isStarred ? " *\n" : "\n")
    return body.isEmpty ? head + "\n" : head + lines.joined(separator: "\n") + "\n\n"
  }
}
