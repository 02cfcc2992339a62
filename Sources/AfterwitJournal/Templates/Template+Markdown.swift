/// Why a person's own template cannot be read.
public enum TemplateMisfit: Error, Hashable, Sendable {
  /// It has no heading.
  case noHeading(in: Kind)
  /// A heading names no field or list of the kind.
  case headingUnknown(String, in: Kind)
}

extension Template {
  /// Reads a template from Markdown: a heading for each field or list, of any level, and below it the
  /// words of the prompt.
  ///
  /// - Parameter kind: what the template is to make.
  public init(reading text: String, named name: String, of kind: Kind) throws(TemplateMisfit) {
    var found: [(field: String, heading: String, words: [Substring])] = []
    for line in DocumentLine.all(of: text) {
      if let heading = Self.heading(line) {
        guard let field = kind.documentField(named: heading)?.name else {
          throw .headingUnknown(String(heading), in: kind)
        }
        found.append((field, String(heading), []))
      } else if !found.isEmpty {
        let words = Substring(line).trimmed
        if !words.isEmpty { found[found.count - 1].words.append(words) }
      }
    }
    guard !found.isEmpty else { throw .noHeading(in: kind) }
    self.init(
      name, kind,
      found.map {
        Prompt($0.field, $0.words.isEmpty ? $0.heading : $0.words.joined(separator: " "))
      }
    )
  }

  /// What a line says as a heading of any level; `nil` for any other line.
  private static func heading(_ line: String) -> Substring? {
    let rest = line.utf8.drop { $0 == UInt8(ascii: "#") }
    guard rest.count < line.utf8.count, rest.first == UInt8(ascii: " ") else { return nil }
    return Substring(rest).trimmed
  }
}
