internal import AfterwitDocument

extension Kind {
  /// The names of all fields and lists, which can be headings of a document.
  public var headings: [String] {
    (fields.map(DocumentField.field) + lists.map(DocumentField.list)).map(\.name)
  }

  /// What a person means by a heading, in any case, with hyphens or spaces; `nil` if the kind has no
  /// such field or list.
  func documentField(named heading: some StringProtocol) -> DocumentField? {
    let name = Substring(heading).trimmed.lowercased()
      .split(separator: " ").joined(separator: "-")
    return field(named: name).map(DocumentField.field)
      ?? list(named: name).map(DocumentField.list)
  }
}
