internal import AfterwitJournal

/// Reads a JSON export of jrnl: all entries of a journal, or one of a folder.
struct JrnlJSON {
  let file: SourceFile
  let settings: JrnlSettings

  /// Whether a file looks like one.
  static func isLikely(_ file: SourceFile) -> Bool {
    var reader = JSONReader(file.bytes)
    return reader.peek() == UInt8(ascii: "{")
  }

  /// Hands over all entries.
  func read(_ take: (SourceItem) throws -> Void) throws {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    var reader = JSONReader(file.bytes)
    do {
      try reader.readEntries { line, node in
        try take(item(node, at: SourcePlace(file.name, line: line)))
      }
      try reader.requireEnd()
    } catch JSONReader.Flaw.tooDeep {
      throw SourceFailure.tooDeep(SourcePlace(file.name, line: reader.line()))
    } catch is JSONReader.Flaw {
      throw SourceFailure.notOfFormat(.jrnl, SourcePlace(file.name, line: reader.line()))
    }
  }

  private func item(_ node: JSONNode, at place: SourcePlace) -> SourceItem {
    let title = node["title"]?.string ?? ""
    let written = node["date"]?.string ?? ""
    guard let day = Day(written) else {
      return .note(
        SourceNote(
          place, written.isEmpty ? .skipped(title, because: .noDay) : .noSuchMoment(written)))
    }
    var moment = SourceMoment(day: day)
    if let time = node["time"]?.string, !time.isEmpty {
      guard let time = TimeOfDay(String(time.prefix(5))) else {
        return .note(SourceNote(place, .noSuchMoment(written + " " + time)))
      }
      moment.time = time
    }
    let tags = node["tags"].map { tags in
      tags.strings.map { String($0.drop { settings.tagSigns.contains($0) || $0 == "#" }) }
    }
    let body = node["body"]?.string ?? ""
    var entry = JrnlEntry.entry(
      title: String(Substring(title).trimmed), body: String(Substring(body).trimmed),
      moment: moment, isStarred: node["starred"]?.flag ?? false,
      tags: tags ?? settings.tags(in: title + "\n" + body), at: place)
    if let id = node["uuid"]?.string, !id.isEmpty { entry.identity = .unique(id) }
    return .entry(entry)
  }
}

extension JSONReader {
  /// Hands over what stands under `entries`, or the object itself where it has none.
  fileprivate mutating func readEntries(_ body: (Int, JSONNode) throws -> Void) throws {
    var own: [JSONNode.Member] = []
    let start = line()
    var isList = false
    try forEachMember { name, reader in
      guard name == "entries", reader.peek() == UInt8(ascii: "[") else {
        own.append(JSONNode.Member(name: name, value: try reader.read()))
        return
      }
      isList = true
      try reader.forEachElement { reader in
        let line = reader.line()
        try body(line, try reader.read())
      }
    }
    guard !isList else { return }
    guard own.contains(where: { $0.name == "title" || $0.name == "date" }) else {
      throw Flaw.malformed
    }
    try body(start, .object(own))
  }
}
