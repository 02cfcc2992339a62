internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

// The model knows a field of an element by a path: the element's id and the field's name, with a dot
// between, which no field of an entry has in its name.

extension ListElement {
  /// The path of a field of it.
  func path(_ field: String) -> String { id.text + "." + field }
}

extension ElementView {
  /// The path of a field of it.
  func path(_ field: String) -> String { id.text + "." + field }

  /// The text of a field, empty where it has none.
  func text(_ field: String) -> String {
    for case let shown in fields where shown.name.name.string == field {
      if case .text(let text) = shown.value { return text }
    }
    return ""
  }
}

extension Review {
  /// The path of the field that it is about.
  var path: String { element?.path(field) ?? field }
}

extension EntryView {
  /// What is asked, with the path of the field that it is asked about.
  var asked: [(path: String, part: OpenPart)] {
    allOpenParts.map { element, part in
      let field = part.field.name.string
      return (element?.path(field) ?? field, part)
    }
  }

  /// All elements that are shown.
  var elements: [ElementView] {
    fields.flatMap { _, value -> [ElementView] in
      if case .list(let elements) = value { elements } else { [] }
    }
  }

  /// The element in which the field of a path is; `nil` for a field of the entry, and for an element
  /// that is not shown.
  func element(at path: String) -> ElementView? {
    path.firstIndex(of: ".").flatMap { dot in elements.first { $0.id.text == path[..<dot] } }
  }

  /// Whether the field of a path is one of the entry, or of an element that is shown.
  func shows(_ path: String) -> Bool { !path.contains(".") || element(at: path) != nil }

  /// What the field of a path shows.
  func value(at path: String) -> FieldView? {
    guard path.contains(".") else { return value(of: path) }
    return element(at: path)?.fields.first { path.hasSuffix("." + $0.name.name.string) }?.value
  }

  /// The text of a path, empty where it shows none.
  func text(at path: String) -> String {
    if case .text(let text)? = value(at: path) { text } else { "" }
  }

  /// The value of a path, where it shows one.
  func register(at path: String) -> String? {
    if case .register(let value, _)? = value(at: path), !value.isEmpty { value } else { nil }
  }
}
