// What is typed on this system ends its lines in a line feed; a text that was brought from another
// may end them in a carriage return and a line feed. A text keeps the line end it has: what is added
// to it uses the same, and an editor that gives it another has changed nothing. To Swift the two
// scalars are one character that equals no line feed, so line ends are looked for in the bytes.

/// How the lines of a text end.
package enum LineEnd: String, Hashable, Sendable {
  case lineFeed = "\n"
  case carriageReturnAndLineFeed = "\r\n"

  /// The end of the last line that has one; `nil` for a text without line ends.
  package init?(lastIn text: String) {
    guard let place = text.utf8.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
    self = text.utf8[..<place].last == UInt8(ascii: "\r") ? .carriageReturnAndLineFeed : .lineFeed
  }

  /// The end that all lines of a text have; `nil` where there is none, or where they differ.
  package init?(ofAll text: String) {
    var before = UInt8(ascii: "\n")
    var ends = (lineFeeds: 0, pairs: 0)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        if before == UInt8(ascii: "\r") { ends.pairs += 1 } else { ends.lineFeeds += 1 }
      }
      before = byte
    }
    guard (ends.lineFeeds == 0) != (ends.pairs == 0) else { return nil }
    self = ends.pairs > 0 ? .carriageReturnAndLineFeed : .lineFeed
  }

  /// Whether a text ends so many times in this line end.
  package func ends(_ text: String, times: Int = 1) -> Bool {
    let end = Array(String(repeating: rawValue, count: times).utf8)
    return text.utf8.suffix(end.count).elementsEqual(end)
  }

  /// The text with this end on every line that has one.
  package func replacingEnds(of text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard byte == UInt8(ascii: "\n") else {
        bytes.append(byte)
        continue
      }
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      bytes += rawValue.utf8
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line end that a text ends in; empty where it ends in none.
  package static func last(of text: String) -> String {
    guard let end = LineEnd(lastIn: text), end.ends(text) else { return "" }
    return end.rawValue
  }

  /// The text without the line end that it ends in.
  package static func withoutLast(_ text: String) -> String {
    String(text.unicodeScalars.dropLast(last(of: text).unicodeScalars.count))
  }
}
