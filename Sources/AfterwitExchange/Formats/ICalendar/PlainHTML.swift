/// The text of a fragment of HTML.
enum PlainHTML {
  private static let named: [String: String] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
  ]
  private static let breaking: Set<String> = [
    "br", "/p", "/div", "/li", "/h1", "/h2", "/h3", "/tr",
  ]

  /// The words, with a line break where one stands.
  static func text(of html: String) -> String {
    var result = ""
    var rest = Substring(html)
    var hidden: String?
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let tag = rest[..<end].dropFirst().lowercased()
        let name = String(tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" })
        if let open = hidden, name == "/" + open { hidden = nil }
        if hidden == nil, ["style", "script", "head", "title"].contains(name) { hidden = name }
        if breaking.contains(name) || name == "br/", hidden == nil { result += "\n" }
        rest = rest[end...].dropFirst()
      } else if character == "&", let end = rest.prefix(12).firstIndex(of: ";") {
        let name = String(rest[..<end].dropFirst())
        let text = named[name] ?? number(name)
        if hidden == nil { result += text ?? "&\(name);" }
        rest = rest[end...].dropFirst()
      } else {
        if hidden == nil { result.append(character) }
        rest = rest.dropFirst()
      }
    }
    while result.last?.isNewline == true { result.removeLast() }
    while result.first?.isNewline == true { result.removeFirst() }
    return result
  }

  private static func number(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
    let value = isHex ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) }
  }
}
