internal import AfterwitJournal

/// Reads what jrnl writes: its journals, its folders, and its exports.
struct JrnlReader {
  let options: SourceOptions

  /// Hands over all that a source holds.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    switch source {
    case .file(let file, let settings):
      let settings = try JrnlSettings(settings, timeFormat: options.timeFormat)
      try read(file, settings, day: nil, take)
    case .folder(let folder):
      try read(folder, take)
    }
  }

  private func read(_ folder: any SourceFolder, _ take: (SourceItem) throws -> Void) throws {
    let configs = folder.paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    let settings = try JrnlSettings(
      try configs.map { SourceFile($0, try folder.bytes(of: $0)) }, timeFormat: options.timeFormat)
    for path in folder.paths {
      let day = Self.day(ofPath: path)
      guard day != nil || path.hasSuffix(".json") || path.hasSuffix(".md") else {
        if !configs.contains(path) {
          try take(.note(SourceNote(SourcePlace(path), .skipped(path, because: .notOfFormat))))
        }
        continue
      }
      let file = SourceFile(path, try folder.bytes(of: path))
      do {
        try read(file, settings, day: day, take)
      } catch SourceFailure.notUTF8(let place) {
        try take(.note(SourceNote(place, .skipped(path, because: .notUTF8))))
      } catch SourceFailure.notOfFormat(_, let place) {
        try take(.note(SourceNote(place, .skipped(path, because: .notOfFormat))))
      }
    }
  }

  private func read(
    _ file: SourceFile, _ settings: JrnlSettings, day: Day?, _ take: (SourceItem) throws -> Void
  ) throws {
    guard !Self.isEncrypted(file) else { throw SourceFailure.encrypted(.jrnl) }
    if JrnlJSON.isLikely(file) {
      try JrnlJSON(file: file, settings: settings).read(take)
    } else if JrnlYAML.isLikely(file) {
      try JrnlYAML(file: file, settings: settings).read(take)
    } else {
      try JrnlText(file: file, settings: settings, day: day).read(take)
    }
  }

  /// Whether the bytes are what jrnl makes of a journal under a password.
  static func isEncrypted(_ file: SourceFile) -> Bool {
    if file.bytes.starts(with: Array("JRNLv3".utf8)) { return true }
    guard file.bytes.starts(with: Array("gAAAAA".utf8)) else { return false }
    return SourceLines(file.bytes).prefix(3).filter { !$0.isBlank }.count == 1
      && !file.bytes.contains(0x20)
  }

  /// The day of a file of a folder of jrnl, `2024/01/03.txt`.
  static func day(ofPath path: String) -> Day? {
    let parts = path.split(separator: "/").suffix(3)
    guard parts.count == 3, let name = parts.last, name.hasSuffix(".txt") else { return nil }
    return Day(parts.dropLast().joined(separator: "-") + "-" + name.dropLast(4))
  }
}
