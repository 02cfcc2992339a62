internal import AfterwitJournal

/// Reads a JSON export of taskwarrior: each task is a goal.
struct TaskwarriorReader {
  /// What a goal has no place for, and is not worth a note: numbers that taskwarrior makes itself.
  private static let ignored: Set<String> = [
    "id", "urgency", "uuid", "description", "status", "entry", "modified", "tags", "due", "end",
    "annotations", "imask", "parent", "rtype", "mask", "start",
  ]

  let options: SourceOptions

  /// Hands over all tasks.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    guard case .file(let file, _) = source else {
      throw SourceFailure.notOfFormat(.taskwarrior, SourcePlace("folder"))
    }
    var reader = JSONReader(file.bytes)
    do {
      // Older versions write an object a line, with a comma or nothing behind it, and no brackets.
      guard reader.peek() == UInt8(ascii: "[") else {
        while reader.peek() != nil {
          let line = reader.line()
          try read(try reader.read(), SourcePlace(file.name, line: line), take)
          reader.skipComma()
        }
        return
      }
      try reader.forEachElement { reader in
        let line = reader.line()
        try read(try reader.read(), SourcePlace(file.name, line: line), take)
      }
      try reader.requireEnd()
    } catch JSONReader.Flaw.tooDeep {
      throw SourceFailure.tooDeep(SourcePlace(file.name, line: reader.line()))
    } catch is JSONReader.Flaw {
      throw SourceFailure.notOfFormat(.taskwarrior, SourcePlace(file.name, line: reader.line()))
    }
  }

  private func read(
    _ node: JSONNode, _ place: SourcePlace, _ take: (SourceItem) throws -> Void
  ) throws {
    guard let uuid = node["uuid"]?.string, !uuid.isEmpty else {
      return try take(
        .note(SourceNote(place, .skipped(node["description"]?.string ?? "", because: .notOfFormat)))
      )
    }
    var entry = SourceEntry(.unique(uuid.lowercased()), at: place)
    switch node["status"]?.string {
    case "recurring":
      return try take(.note(SourceNote(place, .skipped(uuid, because: .template))))
    case "deleted":
      return try take(.note(SourceNote(place, .skipped(uuid, because: .deleted))))
    case "completed": entry.fields.append(SourceEntry.Field("state", "met"))
    default: entry.fields.append(SourceEntry.Field("state", "active"))
    }
    entry.kind = .goal
    let title = node["description"]?.string ?? ""
    entry.title = title
    entry.tags = node["tags"]?.strings ?? []
    if let due = node["due"]?.string {
      if let day = moment(due)?.day {
        entry.fields.append(SourceEntry.Field("due", day.description))
      } else {
        try take(.note(SourceNote(place, .noSuchMoment(due))))
      }
    }
    for note in node["annotations"]?.list ?? [] {
      guard let words = note["description"]?.string, !words.isEmpty else { continue }
      var fields = [SourceEntry.Field("note", words)]
      if let day = note["entry"]?.string.flatMap({ moment($0) })?.day {
        fields.append(SourceEntry.Field("on", day.description))
      }
      entry.items.append(SourceEntry.Item("check-ins", fields))
    }
    for member in node.members ?? [] where !Self.ignored.contains(member.name) {
      let words = member.value.string ?? member.value.strings.joined(separator: ", ")
      guard !words.isEmpty else { continue }
      try take(.note(SourceNote(place, .leftOut(words, of: member.name))))
    }
    try take(.entry(entry))
  }

  /// A moment as `20261130T230000Z`, where the person is.
  private func moment(_ text: String) -> SourceMoment? {
    var cursor = StampCursor(Array(text.utf8)[...])
    guard let year = cursor.number(4...4), let month = cursor.number(2...2),
      let date = cursor.number(2...2), cursor.take("T"), let hour = cursor.number(2...2),
      let minute = cursor.number(2...2), let second = cursor.number(2...2), cursor.take("Z"),
      cursor.isAtEnd, let day = Day(year: year, month: month, dayOfMonth: date), hour < 24,
      minute < 60, second < 61
    else { return SourceMoment(iso: text, clocks: options.clocks) }
    let seconds = Day(daysSince1970: 0).days(to: day) * 86_400 + hour * 3600 + minute * 60 + second
    return options.clocks.localTime(Int64(seconds), in: nil).map { SourceMoment($0) }
  }
}
