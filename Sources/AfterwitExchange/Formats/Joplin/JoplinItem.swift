internal import AfterwitJournal

/// One file of a RAW folder of Joplin, read from its end.
struct JoplinItem {
  /// The properties, by name.
  let properties: [String: String]
  /// The first line; `nil` where the item has none.
  let title: String?
  /// What stands between the title and the properties.
  let body: String

  /// Reads a file; `nil` where it does not end in properties.
  init?(_ text: String) {
    var lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    var properties: [String: String] = [:]
    while let line = lines.last, !line.isEmpty {
      guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
      let name = line[..<colon]
      guard name.allSatisfy({ $0.isLetter || $0 == "_" }) else { return nil }
      properties[String(name)] =
        properties[String(name)] ?? String(line[colon...].dropFirst().trimmed)
      lines.removeLast()
    }
    guard let type = properties["type_"], Int(type) != nil, properties["id"] != nil else {
      return nil
    }
    self.properties = properties
    if lines.last?.isEmpty == true { lines.removeLast() }
    title = lines.first.map(String.init)
    body = lines.dropFirst(2).joined(separator: "\n")
  }

  /// Whether a file looks like one.
  static func isLikely(_ file: SourceFile) -> Bool {
    let end = String(decoding: file.bytes.suffix(64), as: UTF8.self)
    return end.contains("\ntype_: ")
  }
}
