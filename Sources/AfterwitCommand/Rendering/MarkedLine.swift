/// Words on one line, some of which are marked as those that were looked for.
struct MarkedLine {
  /// How many columns are left before the first mark where the beginning has no room.
  private static let before = 8

  /// What stands before the words, and is never left out.
  private let lead: String
  /// The words.
  private let words: String
  /// The marked places, as bytes of the words' UTF-8, ascending.
  private let marks: [Range<Int>]

  /// A line of given parts.
  init(lead: String = "", _ words: String, marks: [Range<Int>] = []) {
    self.lead = lead
    self.words = words
    self.marks = marks
  }

  /// All of it, without its marks.
  var text: String { lead + words }

  /// As much of it as so many columns take, dressed; where they do not reach to the first mark, what
  /// stands before that is left out.
  func fitted(to width: Int, style: Style) -> (dressed: String, columns: Int) {
    let lead = style.line(lead, within: width)
    let room = width - lead.columns
    guard room > 1 else { return (lead, lead.columns) }
    let line = cutInFront(to: room)
    let shown = style.plain(line.words).cut(toColumns: room)
    // Marks are counted in the words themselves, so nothing of them may be spelt out.
    guard shown.utf8.count > 0, style.plain(line.words) == line.words else {
      return (lead + shown, lead.columns + shown.columns)
    }
    return (style.faint(lead) + line.dressed(shown, style), lead.columns + shown.columns)
  }

  /// The line without the words before the first mark that leave no room for it.
  private func cutInFront(to room: Int) -> MarkedLine {
    guard let first = marks.first, let start = words.index(utf8: first.lowerBound),
      let end = words.index(utf8: first.upperBound), words[..<end].columns > room - 1
    else { return self }
    var begin = start
    while begin > words.startIndex {
      let previous = words.index(before: begin)
      guard words[previous..<start].columns <= Self.before else { break }
      begin = previous
    }
    guard begin > words.startIndex else { return self }
    let offset = words.utf8.distance(from: words.startIndex, to: begin) - "…".utf8.count
    return MarkedLine(
      lead: lead, "…" + words[begin...],
      marks: marks.map { $0.lowerBound - offset..<$0.upperBound - offset })
  }

  /// The beginning of the words that is shown, with the marks that lie in it.
  private func dressed(_ shown: String, _ style: Style) -> String {
    let kept = shown.utf8.count - (shown.hasSuffix("…") && shown != words ? "…".utf8.count : 0)
    var dressed = ""
    var place = 0
    for mark in marks where mark.lowerBound < kept {
      let end = min(mark.upperBound, kept)
      dressed += shown.slice(utf8: place..<mark.lowerBound)
      dressed += style.bold(shown.slice(utf8: mark.lowerBound..<end))
      place = end
    }
    return dressed + shown.slice(utf8: place..<shown.utf8.count)
  }
}

extension String {
  /// The place of a character that begins at an offset in the UTF-8.
  fileprivate func index(utf8 offset: Int) -> Index? {
    utf8.index(startIndex, offsetBy: offset, limitedBy: endIndex)
  }

  /// The characters of a range of the UTF-8.
  fileprivate func slice(utf8 range: Range<Int>) -> String {
    String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}

extension Substring {
  /// How many columns of a terminal the characters take.
  fileprivate var columns: Int { String(self).columns }
}
