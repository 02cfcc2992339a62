internal import AfterwitJournal

/// One entry of jrnl before its title is told from its body.
struct JrnlEntry {
  private static let terminals = Set<Unicode.Scalar>([
    ".", "!", "?", "\u{203c}", "\u{203d}", "\u{2047}", "\u{2048}", "\u{2049}", "\u{3002}",
    "\u{fe52}", "\u{fe57}", "\u{ff01}", "\u{ff0e}", "\u{ff1f}", "\u{ff61}",
  ])
  /// Ends of sentences behind which no space is needed.
  private static let wideTerminals = Set<Unicode.Scalar>([
    "\u{ff01}", "\u{ff0e}", "\u{ff1f}", "\u{ff61}", "\u{3002}",
  ])

  let moment: SourceMoment
  /// All words behind the stamp, up to the next head or the end of the file.
  let text: String

  /// The entry, its title cut as jrnl cuts it: at the first line break, or, where there is none, behind
  /// the first sentence.
  func entry(at place: SourcePlace, settings: JrnlSettings) -> SourceEntry {
    let scalars = Substring(text).unicodeScalars.drop(while: \.properties.isWhitespace)
    var title: Substring
    var body: Substring
    if let end = scalars.firstIndex(of: "\n") {
      title = Substring(scalars[..<end])
      body = Substring(scalars[end...])
    } else {
      title = Substring(scalars)
      body = ""
    }
    var isStarred = false
    let bare = title.trimmed
    if bare.utf8.last == UInt8(ascii: "*"),
      bare.unicodeScalars.dropLast().last?.properties.isWhitespace ?? true
    {
      isStarred = true
      title = bare.dropLast()
    }
    if scalars.firstIndex(of: "\n") == nil, let end = Self.firstSentenceEnd(title) {
      body = title[end...]
      title = title[..<end]
    }
    return Self.entry(
      title: String(title.trimmed), body: String(body.trimmed), moment: moment,
      isStarred: isStarred, tags: settings.tags(in: text), at: place)
  }

  /// An entry of parts that are told from each other.
  static func entry(
    title: String, body: String, moment: SourceMoment, isStarred: Bool, tags: [String],
    at place: SourcePlace
  ) -> SourceEntry {
    let stamp = moment.day.description + (moment.time.map { " " + $0.description } ?? "")
    var entry = SourceEntry(.shared(stamp), at: place)
    entry.title = title.isEmpty ? nil : title
    entry.body = body
    entry.day = moment.day
    entry.time = moment.time
    entry.isStarred = isStarred
    entry.tags = tags
    return entry
  }

  /// Where the first sentence of a line ends, behind the space after it; `nil` where there is one
  /// sentence.
  private static func firstSentenceEnd(_ line: Substring) -> Substring.Index? {
    let scalars = line.unicodeScalars
    var place = scalars.startIndex
    while place < scalars.endIndex {
      defer { scalars.formIndex(after: &place) }
      guard terminals.contains(scalars[place]) else { continue }
      var end = scalars.index(after: place)
      if end < scalars.endIndex, "'\u{2019}\"\u{201d}".unicodeScalars.contains(scalars[end]) {
        end = scalars.index(after: end)
      }
      while end < scalars.endIndex, "])".unicodeScalars.contains(scalars[end]) {
        end = scalars.index(after: end)
      }
      let space = end
      while end < scalars.endIndex, scalars[end].properties.isWhitespace {
        end = scalars.index(after: end)
      }
      if end > space { return end }
      if wideTerminals.contains(scalars[place]) { return scalars.index(after: place) }
    }
    return nil
  }
}
