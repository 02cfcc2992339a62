internal import AfterwitJournal

// A journal of jrnl is one text: a head line for each entry, `[stamp] title`, and its words below.
// jrnl itself takes any bracket with words it can make a date of for a head, and makes an impossible
// date today's; here a head is a bracket that holds a stamp and nothing else, and one blank behind it.
// Version 1 wrote no brackets.

/// Reads the text of a journal of jrnl, of every version.
struct JrnlText {
  let file: SourceFile
  let settings: JrnlSettings
  /// The day that the path of the file says, which then wins over the stamps.
  var day: Day?

  /// Hands over all entries.
  func read(_ take: (SourceItem) throws -> Void) throws {
    guard String(validating: file.bytes, as: UTF8.self) != nil else { throw file.notUTF8 }
    var heads = try JrnlHeads(file, settings: settings)
    var draft: Draft?
    for line in SourceLines(file.bytes) {
      switch heads.read(line) {
      case .head(let moment, let rest):
        if let draft { try take(.entry(entry(draft, endedByHead: true))) }
        draft = Draft(moment: moment, line: line.number, words: Array(rest), count: 1)
        draft?.isEnded = line.isEnded
        continue
      case .impossible(let stamp):
        try take(.note(SourceNote(place(line.number), .noSuchMoment(stamp))))
      case .text: break
      }
      if draft == nil, !line.isBlank {
        try take(
          .note(SourceNote(place(line.number), .skipped(line.text, because: .beforeFirstEntry))))
      }
      draft?.append(line)
    }
    if let draft { try take(.entry(entry(draft, endedByHead: false))) }
  }

  private func place(_ line: Int) -> SourcePlace { SourcePlace(file.name, line: line) }

  /// An entry whose end has not come yet.
  private struct Draft {
    let moment: SourceMoment
    let line: Int
    var words: [UInt8]
    var count: Int
    var isEnded = true

    mutating func append(_ line: SourceLines.Line) {
      words.append(0x0a)
      words += line.bytes
      count += 1
      isEnded = line.isEnded
    }
  }

  private func entry(_ draft: Draft, endedByHead: Bool) -> SourceEntry {
    // What jrnl looks for a line break in is the text up to the next head, or to the end of the file.
    var text = String(decoding: draft.words, as: UTF8.self)
    if !endedByHead, draft.isEnded { text += "\n" }
    return JrnlEntry(
      moment: SourceMoment(day: day ?? draft.moment.day, time: draft.moment.time), text: text
    ).entry(at: place(draft.line), settings: settings)
  }
}
