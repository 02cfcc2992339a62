// An item of a list is one line where it can be: a box where there is something to be done, the words,
// and in brackets the one value that takes a day or one of a few words, as in
// `- [ ] thank-you letter (friday)`. Brackets that hold no such value are part of the words; where words
// end in brackets and there is no value, empty brackets follow. Further lines of the words, and every
// other field behind its name, stand below, two spaces in:
//
//   - How would you build a queue?
//     said: I began with a table.
//       Then I went blank.

internal import AfterwitDocument

/// An item of a list as a document shows it: what each field says, without white space at its ends.
struct DocumentItem: Hashable {
  /// The values of the fields of the list, in their order; empty where a field says nothing.
  var values: [ExactString]

  init(values: [ExactString]) { self.values = values }

  /// Whether no field says anything, so that there is no item.
  var isEmpty: Bool { values.allSatisfy { $0.string.isEmpty } }
}

/// The items of a list, to lines and back.
struct DocumentItems {
  static let indent = "  "

  let list: ListDefinition
  /// From where days are named, by which a day in brackets is told from words.
  let standpoint: Standpoint

  /// The field whose value stands in brackets, where the list has one.
  private var aside: Int? {
    list.fields.firstIndex { field in
      switch field.rule {
      case .choice, .date: true
      default: false
      }
    }
  }
  private var done: Int? { list.fields.firstIndex { $0.name == list.doneField?.name } }

  /// The lines of an item.
  func lines(of item: DocumentItem) -> [String] {
    let words = DocumentLine.all(of: item.values[0].string)
    var head = "-"
    if let done { head += item.values[done].string == "true" ? " [x]" : " [ ]" }
    if !words[0].isEmpty { head += " " + words[0] }
    var bracketed: Int?
    if let aside {
      let value = item.values[aside].string
      if takes(value) {
        head += " (" + value + ")"
        bracketed = aside
      } else if words[0].utf8.last == UInt8(ascii: ")") {
        head += " ()"
      }
    }
    var lines = [head] + words.dropFirst().map { Self.indented(escaped($0)) }
    for index in list.fields.indices.dropFirst() where index != done && index != bracketed {
      let value = DocumentLine.all(of: item.values[index].string)
      guard value != [""] else { continue }
      lines.append(Self.indent + list.fields[index].name.name.string + ": " + value[0])
      lines += value.dropFirst().map { Self.indented(Self.indented($0)) }
    }
    return lines
  }

  /// Whether the field in brackets takes a value.
  private func takes(_ value: String) -> Bool {
    guard let aside, !value.isEmpty else { return false }
    let field = list.fields[aside]
    return (try? field.normalized(value, from: standpoint, direction: field.direction)) != nil
  }

  private static func indented(_ line: String) -> String {
    DocumentLine.isBlank(line) ? "" : indent + line
  }

  /// A further line of the words that begins like another field gets a backslash.
  private func escaped(_ line: String) -> String {
    field(named: String(line.drop { $0 == "\\" })) == nil ? line : "\\" + line
  }

  /// The field whose name, with a colon, begins a line, and the rest of it.
  private func field(named line: String) -> (index: Int, rest: String)? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = ExactString(String(line[..<colon]))
    guard
      let index = list.fields.indices.dropFirst().first(where: {
        list.fields[$0].name.name == name
      })
    else { return nil }
    return (index, String(Substring(line[line.utf8.index(after: colon)...]).trimmed))
  }
}

extension DocumentItems {
  /// Reads the lines below the heading of a list.
  func items(in lines: [String]) throws(DocumentMisfit) -> [DocumentItem] {
    var items: [[String]] = []
    for line in lines {
      if let rest = Self.begun(line) {
        items.append([rest])
      } else if DocumentLine.isBlank(line) {
        if !items.isEmpty { items[items.count - 1].append("") }
      } else {
        guard !items.isEmpty, let line = Self.outdented(line) else {
          throw .noItem(line, heading: list.name.name.string)
        }
        items[items.count - 1].append(line)
      }
    }
    return items.map { item(in: $0) }.filter { !$0.isEmpty }
  }

  /// What stands behind the mark that begins an item; `nil` for a line that begins none.
  static func begun(_ line: String) -> String? {
    guard line == "-" || line.hasPrefix("- ") || line.hasPrefix("* ") else { return nil }
    return String(Substring(line.utf8.dropFirst(1)).trimmed)
  }

  private static func outdented(_ line: String) -> String? {
    if line.utf8.first == UInt8(ascii: "\t") { return String(Substring(line.utf8.dropFirst())) }
    guard line.utf8.starts(with: indent.utf8) else { return nil }
    return String(Substring(line.utf8.dropFirst(indent.utf8.count)))
  }

  private func item(in lines: [String]) -> DocumentItem {
    var values = list.fields.map { _ in [String]() }
    var head = Substring(lines[0])
    if let done {
      for (box, value) in [("[ ]", ""), ("[x]", "true"), ("[X]", "true")] where head.hasPrefix(box)
      {
        values[done] = [value]
        head = head.dropFirst(3).trimmed
        break
      }
    }
    if let aside, let (words, value) = Self.bracketed(head), value.isEmpty || takes(value) {
      values[aside] = [value]
      head = words
    }
    values[0] = [String(head)]
    var current = 0
    for line in lines.dropFirst() {
      if let (index, rest) = field(named: line) {
        (current, values[index]) = (index, [rest])
      } else if current == 0 {
        let isEscaped =
          line.utf8.first == UInt8(ascii: "\\")
          && field(named: String(line.drop { $0 == "\\" })) != nil
        values[0].append(isEscaped ? String(line.dropFirst()) : line)
      } else {
        values[current].append(Self.outdented(line) ?? line)
      }
    }
    return DocumentItem(
      values: values.map { lines in
        ExactString(String(Substring(lines.joined(separator: "\n")).trimmed))
      })
  }

  /// The words before brackets at the end of a line, and what is in them.
  private static func bracketed(_ line: Substring) -> (words: Substring, value: String)? {
    guard line.utf8.last == UInt8(ascii: ")"),
      let open = line.utf8.lastIndex(of: UInt8(ascii: "(")),
      open == line.startIndex || line[..<open].utf8.last == UInt8(ascii: " ")
    else { return nil }
    let value = line[line.utf8.index(after: open)...].dropLast()
    return (line[..<open].trimmed, String(value.trimmed))
  }
}
