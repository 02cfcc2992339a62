internal import AfterwitJournal

/// Reads an export of Day One: a JSON file a journal, or the zip of them.
struct DayOneReader {
  let options: SourceOptions

  /// Hands over all entries.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    switch source {
    case .file(let file, _):
      guard file.bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) else {
        return try read(file, take)
      }
      try readArchive(file, take)
    case .folder(let folder):
      var count = 0
      for path in folder.paths where path.hasSuffix(".json") {
        count += 1
        try read(SourceFile(path, try folder.bytes(of: path)), take)
      }
      if count == 0 { throw SourceFailure.notOfFormat(.dayone, SourcePlace("folder")) }
    }
  }

  private func readArchive(_ file: SourceFile, _ take: (SourceItem) throws -> Void) throws {
    do {
      let archive = try ZipArchive(file.bytes)
      var count = 0
      for entry in archive.entries where entry.name.hasSuffix(".json") {
        count += 1
        try read(SourceFile(entry.name, try archive.unpacked(entry)), take)
      }
      if count == 0 { throw SourceFailure.notOfFormat(.dayone, SourcePlace(file.name)) }
    } catch ZipArchive.Flaw.tooLarge {
      throw SourceFailure.tooLarge(file.name, limit: ZipArchive.sizeLimit)
    } catch ZipArchive.Flaw.malformed {
      throw SourceFailure.notOfFormat(.dayone, SourcePlace(file.name))
    }
  }

  private func read(_ file: SourceFile, _ take: (SourceItem) throws -> Void) throws {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    var reader = JSONReader(file.bytes)
    var hasEntries = false
    do {
      try reader.forEachMember { name, reader in
        guard name == "entries", reader.peek() == UInt8(ascii: "[") else {
          _ = try reader.read()
          return
        }
        hasEntries = true
        try reader.forEachElement { reader in
          let place = SourcePlace(file.name, line: reader.line())
          let node = try reader.read()
          let entry = DayOneEntry(node, at: place, clocks: options.clocks)
          for note in entry.notes { try take(.note(note)) }
          if let entry = entry.entry { try take(.entry(entry)) }
        }
      }
      try reader.requireEnd()
      guard hasEntries else { throw JSONReader.Flaw.malformed }
    } catch JSONReader.Flaw.tooDeep {
      throw SourceFailure.tooDeep(SourcePlace(file.name, line: reader.line()))
    } catch is JSONReader.Flaw {
      throw SourceFailure.notOfFormat(.dayone, SourcePlace(file.name, line: reader.line()))
    }
  }
}
