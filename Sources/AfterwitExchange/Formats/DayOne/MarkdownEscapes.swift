/// The backslashes that Day One puts before marks of Markdown.
enum MarkdownEscapes {
  private static let backslash = UInt8(ascii: "\\")

  /// The text without those before ASCII punctuation outside of code.
  static func undone(_ text: String) -> String {
    replacing(text) { next in
      if let next, isPunctuation(next) { ([next], 2) } else { ([backslash], 1) }
    }
  }

  /// The text with a backslash before each that would be undone.
  static func done(_ text: String) -> String {
    replacing(text) { _ in ([backslash, backslash], 1) }
  }

  /// A text in which something else stands for each backslash outside of code.
  ///
  /// - Parameter body: gives, by the byte behind a backslash, what stands there instead, and for how
  ///   many bytes.
  private static func replacing(
    _ text: String, _ body: (_ next: UInt8?) -> (bytes: [UInt8], count: Int)
  ) -> String {
    guard text.utf8.contains(backslash) else { return text }
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
      } else if byte == backslash, open == 0 {
        let instead = body(place + 1 < bytes.count ? bytes[place + 1] : nil)
        result += instead.bytes
        place += instead.count
      } else {
        result.append(byte)
        place += 1
      }
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
