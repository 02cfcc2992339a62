internal import AfterwitJournal

/// A block of a diary of Lifeograph; where it has a line `E`, it is an entry.
struct LifeographBlock {
  /// Its id.
  let id: String
  /// The line at which the entry begins; `nil` for another block.
  private(set) var line: Int?
  /// Its day as a number.
  private(set) var date: Int?
  /// When it was made, in seconds since 1970.
  private(set) var created: String?
  /// Its paragraphs, the title first.
  private(set) var paragraphs: [String] = []
  /// Its theme.
  private(set) var theme: String?
  /// Whether it is marked as a favourite.
  private(set) var isFavourite = false
  /// Whether it was thrown away.
  private(set) var isTrashed = false

  /// A block without lines.
  init(id: String) {
    self.id = id
  }

  /// Takes the next line.
  mutating func add(_ line: SourceLines.Line) {
    let text = line.text
    if text.hasPrefix("E ") {
      self.line = line.number
      let marks = text.dropFirst(2).prefix { !$0.isNumber && $0 != "-" }
      isFavourite = marks.first == "f"
      isTrashed = marks.dropFirst().first == "t"
      date = Int(text.dropFirst(2 + marks.count))
      return
    }
    guard self.line != nil else { return }
    if text.hasPrefix("Ep") {
      paragraphs.append(String(text.dropFirst(3)))
    } else if text.hasPrefix("Ec") {
      created = String(text.dropFirst(2))
    } else if text.hasPrefix("Em") {
      theme = String(text.dropFirst(2))
    }
  }

  /// The words between colons that stand alone.
  var tags: [String] {
    var tags: [String] = []
    for word in paragraphs.joined(separator: "\n").split(whereSeparator: \.isWhitespace) {
      guard word.count > 2, word.first == ":", word.last == ":" else { continue }
      let tag = word.dropFirst().dropLast()
      if !tag.contains(":"), !tags.contains(String(tag)) { tags.append(String(tag)) }
    }
    return tags
  }
}
