internal import AfterwitJournal

// A note, the notebook that it lies in, its tags, and that it has them are a file each: what binds a
// note and a tag is an item of its own. So all files are looked at before the first note comes.

/// Reads a RAW folder of Joplin.
struct JoplinReader {
  private static let note = "1"
  private static let notebook = "2"
  private static let tag = "5"
  private static let binding = "6"

  let options: SourceOptions

  /// Hands over all notes.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    var titles: [String: String] = [:]
    var tags: [String: [String]] = [:]
    try forEach(source) { _, item in
      guard let item, let id = item.properties["id"] else { return }
      switch item.properties["type_"] {
      case Self.notebook, Self.tag: titles[id] = item.title
      case Self.binding:
        guard let note = item.properties["note_id"], let tag = item.properties["tag_id"] else {
          return
        }
        tags[note, default: []].append(tag)
      default: break
      }
    }
    try forEach(source) { place, item in
      guard let item, let id = item.properties["id"] else {
        return try take(
          .note(SourceNote(place, .skipped(place.file, because: .notOfFormat))))
      }
      switch item.properties["type_"] {
      case Self.note: break
      case Self.notebook, Self.tag, Self.binding: return
      default:
        return try take(
          .note(SourceNote(place, .skipped(item.title ?? id, because: .anotherType))))
      }
      guard item.properties["encryption_applied"] != "1" else {
        return try take(
          .note(SourceNote(place, .skipped(item.title ?? id, because: .encrypted))))
      }
      if let folder = item.properties["parent_id"].flatMap({ titles[$0] }), !folder.isEmpty {
        try take(.note(SourceNote(place, .leftOut(folder, of: "notebook"))))
      }
      try take(
        .entry(entry(item, id: id, tags: (tags[id] ?? []).compactMap { titles[$0] }, at: place)))
    }
  }

  private func entry(
    _ item: JoplinItem, id: String, tags: [String], at place: SourcePlace
  ) -> SourceEntry {
    var entry = SourceEntry(.unique(id), at: place)
    entry.title = item.title
    entry.body = item.body
    entry.tags = tags
    let written = item.properties["user_created_time"] ?? item.properties["created_time"] ?? ""
    if let moment = SourceMoment(iso: written, clocks: options.clocks) {
      entry.day = moment.day
      entry.time = moment.time
    }
    if item.properties["is_todo"] == "1" {
      entry.kind = .goal
      if let done = item.properties["todo_completed"], done != "0", !done.isEmpty {
        entry.fields.append(SourceEntry.Field("state", "met"))
      }
    }
    return entry
  }

  private func forEach(
    _ source: Source, _ body: (SourcePlace, JoplinItem?) throws -> Void
  ) throws {
    switch source {
    case .file(let file, _):
      try body(SourcePlace(file.name, line: 1), JoplinItem(try file.text()))
    case .folder(let folder):
      for path in folder.paths where path.hasSuffix(".md") {
        let text = String(
          validating: SourceFile(path, try folder.bytes(of: path)).bytes, as: UTF8.self)
        try body(SourcePlace(path, line: 1), text.flatMap { JoplinItem($0) })
      }
    }
  }
}
