internal import AfterwitJournal

// A journal in Org is a tree of years, months and days, and below each day a heading an entry; names
// of months and weekdays are in whatever language, so only digits are read. A file without such a tree
// is read too: each heading of the first level that has a stamp is an entry.

/// Reads journals in Org.
struct OrgReader {
  let options: SourceOptions

  /// Hands over all entries.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    switch source {
    case .file(let file, _): try read(file, take)
    case .folder(let folder):
      for path in folder.paths where path.hasSuffix(".org") {
        do {
          try read(SourceFile(path, try folder.bytes(of: path)), take)
        } catch SourceFailure.notUTF8(let place) {
          try take(.note(SourceNote(place, .skipped(path, because: .notUTF8))))
        }
      }
    }
  }

  private func read(_ file: SourceFile, _ take: (SourceItem) throws -> Void) throws {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    var tree = OrgTree(file: file)
    for line in SourceLines(file.bytes) {
      for item in tree.take(line) { try take(item) }
    }
    for item in tree.end() { try take(item) }
  }
}
