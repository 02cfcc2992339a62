internal import AfterwitJournal

/// Reads a diary of Lifeograph 2 (`V 2000`).
struct LifeographReader {
  /// Hands over all entries.
  func read(_ source: Source, _ take: (SourceItem) throws -> Void) throws {
    guard case .file(let file, _) = source else {
      throw SourceFailure.notOfFormat(.lifeograph, SourcePlace("folder"))
    }
    var blocks: [LifeographBlock] = []
    var isPlain = false
    guard file.bytes.starts(with: Array("LIFEOGRAPHDB".utf8)) else {
      throw SourceFailure.notOfFormat(.lifeograph, SourcePlace(file.name, line: 1))
    }
    for line in SourceLines(file.bytes) {
      // What follows may be encrypted bytes, and is looked at only where it is not.
      if line.number <= 4, line.bytes.starts(with: [UInt8(ascii: "E"), 0x20]) {
        guard line.text == "E n" else { throw SourceFailure.encrypted(.lifeograph) }
        isPlain = true
        guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
      }
      if line.bytes.starts(with: [UInt8(ascii: "I"), UInt8(ascii: "D")]) {
        try flush(&blocks, file, take)
        blocks = [LifeographBlock(id: String(line.text.dropFirst(2)))]
      } else if !blocks.isEmpty {
        blocks[0].add(line)
      }
    }
    guard isPlain else {
      throw SourceFailure.notOfFormat(.lifeograph, SourcePlace(file.name, line: 1))
    }
    try flush(&blocks, file, take)
  }

  private func flush(
    _ blocks: inout [LifeographBlock], _ file: SourceFile, _ take: (SourceItem) throws -> Void
  ) throws {
    guard let block = blocks.first, let line = block.line else { return }
    blocks = []
    let place = SourcePlace(file.name, line: line)
    guard !block.isTrashed else {
      return try take(
        .note(SourceNote(place, .skipped(block.paragraphs.first ?? "", because: .deleted))))
    }
    var entry = SourceEntry(.unique("\(block.id) \(block.created ?? "")"), at: place)
    entry.title = block.paragraphs.first.map { String(Substring($0).trimmed) }
    entry.body = block.paragraphs.dropFirst().joined(separator: "\n")
    entry.tags = block.tags
    entry.isStarred = block.isFavourite
    if let number = block.date, number < 1 << 31 {
      let (year, month, day) = (number >> 19, number >> 15 & 15, number >> 10 & 31)
      if let day = Day(year: year, month: month, dayOfMonth: day) {
        entry.day = day
      } else {
        try take(.note(SourceNote(place, .noSuchMoment("\(year)-\(month)-\(day)"))))
      }
    }
    if let theme = block.theme { try take(.note(SourceNote(place, .leftOut(theme, of: "theme")))) }
    guard entry.title?.isEmpty == false || !entry.body.isEmpty else { return }
    try take(.entry(entry))
  }
}
