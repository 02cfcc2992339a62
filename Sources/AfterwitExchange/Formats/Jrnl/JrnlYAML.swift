internal import AfterwitJournal

// What jrnl calls a `yaml` export is none: the title stands without quotes, and the body is indented by
// tabs under `body: |` and two tabs. So it is read by its lines.

/// Reads one file of a `yaml` export of jrnl.
struct JrnlYAML {
  let file: SourceFile
  let settings: JrnlSettings

  /// Whether a file looks like one.
  static func isLikely(_ file: SourceFile) -> Bool {
    let head = SourceLines(file.bytes).prefix(12)
    return head.first { _ in true }?.text == "---"
      && head.contains { $0.text == "body: |\t\t" || $0.text == "body: |" }
  }

  /// Hands over the entry.
  func read(_ take: (SourceItem) throws -> Void) throws {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    let place = SourcePlace(file.name, line: 1)
    var values: [String: String] = [:]
    var body: [String]?
    for line in SourceLines(file.bytes).dropFirst() {
      let text = line.text
      if body != nil {
        body?.append(text.hasPrefix("\t") ? String(text.dropFirst()) : text)
      } else if text.hasPrefix("body: |") {
        body = []
      } else if let colon = text.firstRange(of: ": ") {
        values[String(text[..<colon.lowerBound])] = String(text[colon.upperBound...])
      }
    }
    var lines = body ?? []
    if let end = lines.lastIndex(of: "...") { lines.removeSubrange(end...) }
    let written = values["date"] ?? ""
    guard
      case .moment(let moment, _) = StampPattern("%Y-%m-%d %H:%M").read(Array(written.utf8)[...])
    else {
      return try take(.note(SourceNote(place, .noSuchMoment(written))))
    }
    let tags = (values["tags"] ?? "").split(separator: ",").map { String($0.trimmed) }
    try take(.note(SourceNote(place, .altered(.yamlExport))))
    try take(
      .entry(
        JrnlEntry.entry(
          title: values["title"] ?? "", body: Self.joined(lines), moment: moment,
          isStarred: values["starred"] == "True",
          tags: tags.filter { !$0.isEmpty }, at: place)))
  }

  private static func joined(_ lines: [String]) -> String {
    var lines = lines
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}
