/// The backslashes that Day One puts before marks of Markdown.
enum MarkdownEscapes {
  /// The text without those before ASCII punctuation outside of code.
  static func undone(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    /// How many backquotes opened the code in which the place is; 0 outside of code.
    var open = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "`") {
        let run = bytes[place...].prefix { $0 == byte }.count
        if open == 0, closes(bytes, behind: place + run, run) {
          open = run
        } else if open == run {
          open = 0
        }
        result += bytes[place..<(place + run)]
        place += run
      } else if byte == UInt8(ascii: "\\"), open == 0, place + 1 < bytes.count,
        isPunctuation(bytes[place + 1])
      {
        result.append(bytes[place + 1])
        place += 2
      } else {
        result.append(byte)
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text with a backslash before each that would be undone.
  static func done(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var place = 0
    var open = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "`") {
        let run = bytes[place...].prefix { $0 == byte }.count
        if open == 0, closes(bytes, behind: place + run, run) {
          open = run
        } else if open == run {
          open = 0
        }
        result += bytes[place..<(place + run)]
        place += run
        continue
      }
      if byte == UInt8(ascii: "\\"), open == 0 { result.append(byte) }
      result.append(byte)
      place += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func closes(_ bytes: [UInt8], behind start: Int, _ run: Int) -> Bool {
    var place = start
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let length = bytes[place...].prefix { $0 == UInt8(ascii: "`") }.count
      if length == run { return true }
      place += length
    }
    return false
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }
}
