/// A line of an iCalendar file, unfolded (RFC 5545, 3.1).
struct ContentLine {
  /// The name of the property, in capitals.
  let name: String
  /// Its parameters, by their names in capitals.
  let parameters: [String: String]
  /// Its value as it is written.
  let value: String

  /// Reads an unfolded line; `nil` where it has no colon.
  init?(_ line: String) {
    var isQuoted = false
    var parts: [Substring] = []
    var start = line.startIndex
    var place = line.startIndex
    while place < line.endIndex {
      let character = line[place]
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == ";" || character == ":" {
        parts.append(line[start..<place])
        start = line.index(after: place)
        if character == ":" { break }
      }
      place = line.index(after: place)
    }
    guard place < line.endIndex, let first = parts.first, !first.isEmpty else { return nil }
    name = first.uppercased()
    value = String(line[start...])
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let sign = part.firstIndex(of: "=") else { continue }
      parameters[part[..<sign].uppercased()] = String(
        part[sign...].dropFirst().filter { $0 != "\"" })
    }
    self.parameters = parameters
  }

  /// The value as a text: undone from the left, each backslash once (3.3.11).
  var text: String { Self.texts(value, parted: false).first ?? "" }
  /// The values of a list of texts.
  var texts: [String] { Self.texts(value, parted: true) }

  private static func texts(_ value: String, parted: Bool) -> [String] {
    var texts: [String] = []
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        text.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if parted, scalar == "," {
        texts.append(String(text))
        text = .init()
      } else {
        text.append(scalar)
      }
    }
    return texts + [String(text)]
  }
}
