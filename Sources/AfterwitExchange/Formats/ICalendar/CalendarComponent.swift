internal import AfterwitJournal

/// A VJOURNAL or a VTODO (RFC 5545, 3.6).
struct CalendarComponent {
  /// Its name.
  let name: String
  /// The line at which it begins.
  let line: Int
  private(set) var properties: [ContentLine] = []

  /// A component without properties.
  init(name: String, line: Int) {
    self.name = name
    self.line = line
  }

  /// Takes the next property.
  mutating func add(_ property: ContentLine) { properties.append(property) }

  /// The first property of a name.
  func property(_ name: String) -> ContentLine? { properties.first { $0.name == name } }

  /// All its descriptions, joined; one that KOrganizer marks as HTML is plain text again.
  var description: String {
    properties.filter { $0.name == "DESCRIPTION" }.map { property in
      property.parameters["X-KDE-TEXTFORMAT"]?.uppercased() == "HTML"
        ? PlainHTML.text(of: property.text) : property.text
    }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// Its categories.
  var categories: [String] {
    properties.filter { $0.name == "CATEGORIES" }.flatMap(\.texts)
      .map { String(Substring($0).trimmed) }.filter { !$0.isEmpty }
  }
}
