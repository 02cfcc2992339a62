/// What looks as if a text of YAML named a part of it (`&name`) and repeated it (`*name`).
struct YAMLAnchors {
  /// The line of the first repetition of something that is named, from 1; `nil` where there is none.
  let repeatedLine: Int?

  /// Finds them, whether they stand in the words of a value or not.
  init(_ text: String) {
    var named: Set<[UInt8]> = []
    var line = 1
    var last = UInt8(ascii: "\n")
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      let isFirst = " \t\r\n[{,:?-".utf8.contains(last)
      last = byte
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard isFirst, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else { continue }
      let name = Array(bytes.prefix(while: Self.isPart))
      if byte == UInt8(ascii: "&") {
        named.insert(name)
      } else if !name.isEmpty, named.contains(name) {
        repeatedLine = line
        return
      }
    }
    repeatedLine = nil
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
