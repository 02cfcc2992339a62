internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// Writes our own Markdown, a file an entry (Protocol/10-exchange, "Our own Markdown").
public struct MarkdownWriter: Sendable {
  private static let slugLimit = 40

  /// What is left out.
  public private(set) var losses = ExportLosses()

  /// A writer that has written nothing.
  public init() {}

  /// The name and the text of the file of an entry.
  public mutating func file(_ entry: ShownEntry) -> (name: String, text: String) {
    losses.countBeside(entry)
    let main = entry.kind.defaultField.name.string
    var text = "---\nafterwit: 1\nid: \(entry.id.text)\nkind: \(entry.kind.rawValue)\n"
    for field in entry.fields where field.name != main {
      guard field.isSet else {
        text += "\(field.name): \(QuotedText.yaml(field.values.first ?? ""))\n"
        continue
      }
      text += "\(field.name):\n"
      for value in field.values { text += "  - \(QuotedText.yaml(value))\n" }
    }
    for list in entry.lists {
      text += "\(list.name):\n"
      for element in list.elements {
        text += "  - id: \(element.id)\n"
        for field in element.fields {
          text += "    \(field.name): \(QuotedText.yaml(field.value))\n"
        }
      }
    }
    let day = entry.day.map { $0.description + "-" } ?? ""
    return (
      day + Self.slug(entry.title) + entry.id.text.prefix(8) + ".md", text + "---\n" + entry.body
    )
  }

  /// What of a title can stand in a name on any disk.
  private static func slug(_ title: String) -> String {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let slug = words.joined(separator: "-").prefix(slugLimit)
    return slug.isEmpty ? "" : slug + "-"
  }
}
