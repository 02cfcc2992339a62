internal import AfterwitDocument

extension EntryDocument {
  /// Whether a field or list takes several answers, each a line of its own.
  public static func takesItems(_ name: String, of kind: Kind) -> Bool {
    switch kind.documentField(named: name) {
    case .list: true
    case .field(let field): field.name.family == .set
    case nil: false
    }
  }

  /// Whether a field takes an answer of several lines.
  public static func takesLines(_ name: String, of kind: Kind) -> Bool {
    guard case .field(let field)? = kind.documentField(named: name) else { return true }
    return field.name.family != .register
  }

  /// Puts an answer below its heading, in place of what stands there.
  ///
  /// - Parameter lines: the lines of the answer; for a list or set, each is an item.
  public mutating func answer(_ name: String, with lines: [String]) {
    let isDone = kind.list(named: name)?.doneField != nil
    guard Self.takesItems(name, of: kind) else {
      set(lines, of: name)
      return
    }
    set(
      lines.filter { !DocumentLine.isBlank($0) }.map { line in
        let words = DocumentItems.begun(line) ?? line
        return isDone && !words.hasPrefix("[") ? "- [ ] " + words : "- " + words
      }, of: name)
  }
}
