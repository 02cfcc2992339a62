extension String {
  /// The text in lines within so many columns, which end between words; `nil` is no limit.
  ///
  /// The lines after the first begin behind an indentation, and the first is taken to stand behind as
  /// many columns of something else. Line ends of the text stay as they are; only spaces at which a
  /// line ends are left out.
  func wrapped(toColumns width: Int?, indent: Int = 0) -> String {
    if isPrintableASCII, utf8.count + indent <= width ?? .max { return self }
    let space = String(repeating: " ", count: indent)
    var result = ""
    var rest = self[...]
    while true {
      let line = rest.prefix { !$0.isLineEnd }
      for (number, piece) in line.wrapped(toColumns: width, indent: indent).enumerated() {
        if number > 0 { result += "\n" }
        if !piece.isEmpty, number > 0 || !result.isEmpty { result += space }
        result += piece
      }
      rest = rest[line.endIndex...]
      guard let end = rest.popFirst() else { return result }
      result.append(end)
    }
  }
}

extension Substring {
  /// The lines of a text without line ends, each within so many columns behind an indentation.
  fileprivate func wrapped(toColumns width: Int?, indent: Int) -> [String] {
    guard let width else { return [String(self)] }
    let characters = Array(self)
    return LineWrapping(characters).lines(toColumns: width, indent: indent)
      .map { String(characters[$0]) }
  }
}

extension Character {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" }
}
