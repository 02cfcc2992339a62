/// The text of a day of Almanah, which is XML with marks as elements.
enum AlmanahText {
  private static let marks = ["bold": "**", "italic": "_", "underline": "__"]
  private static let named: [Substring: String] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'",
  ]

  /// The words, with the marks of Markdown where there are such.
  static func text(of xml: String) -> String {
    var result = ""
    var rest = Self.inner(of: xml)
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let name = rest[..<end].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter }
        result += marks[String(name)] ?? ""
        rest = rest[end...].dropFirst()
      } else if character == "&", let end = rest.prefix(12).firstIndex(of: ";") {
        let name = rest[..<end].dropFirst()
        result += named[name] ?? number(name) ?? "&\(name);"
        rest = rest[end...].dropFirst()
      } else {
        result.append(character)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// What stands in the outermost element.
  private static func inner(of xml: String) -> Substring {
    guard let start = xml.firstRange(of: "entry"),
      let open = xml[start.upperBound...].firstIndex(of: ">")
    else { return Substring(xml) }
    let rest = xml[open...].dropFirst()
    return rest.lastIndex(of: "<").map { rest[..<$0] } ?? rest
  }

  private static func number(_ name: Substring) -> String? {
    guard name.first == "#" else { return nil }
    let isHex = name.dropFirst().first == "x"
    let value = isHex ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
  }
}
