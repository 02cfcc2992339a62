/// What stands before the words of an item of a list, or of a heading: `- `, `* [x] `, `12. `, `## `.
enum ListMark {
  /// Where the words of a line begin, which is the start of the slice if it has no mark.
  static func end(in line: ArraySlice<Unicode.Scalar>) -> Int {
    var place = spaces(in: line, from: line.startIndex)
    let start = place
    if place < line.endIndex, isBullet(line[place]) {
      while place < line.endIndex, line[place] == "#" || place == start { place += 1 }
    } else {
      while place < line.endIndex, place < start + 3, ScalarClass(line[place]) == .number {
        place += 1
      }
      guard place > start, place < line.endIndex, line[place] == "." || line[place] == ")" else {
        return line.startIndex
      }
      place += 1
    }
    guard place < line.endIndex, line[place].isSpace else { return line.startIndex }
    place = spaces(in: line, from: place)
    if place + 3 < line.endIndex, line[place] == "[", line[place + 2] == "]",
      line[place + 3].isSpace
    {
      place = spaces(in: line, from: place + 3)
    }
    return place
  }

  private static func spaces(in line: ArraySlice<Unicode.Scalar>, from start: Int) -> Int {
    line[start...].firstIndex { !$0.isSpace } ?? line.endIndex
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "*", "+", "#", ">", "\u{2022}": true
    default: false
    }
  }
}
