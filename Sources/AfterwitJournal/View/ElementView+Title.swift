public import AfterwitDocument

extension ElementView {
  /// What a field shows, or `nil` where it shows nothing.
  public func value(of field: FieldName) -> FieldView? {
    fields.first { $0.name == field }?.value
  }

  /// What the field of a name shows, or `nil` where it shows nothing.
  public func value(of name: String) -> FieldView? {
    fields.first { $0.name.name == ExactString(name) }?.value
  }

  /// The value a register shows, or the text that a text shows; empty where there is none.
  public func words(of field: FieldName) -> String {
    switch value(of: field) {
    case .register(let shown, _): shown
    case .text(let text): text
    case .set, .counter, .list, nil: ""
    }
  }

  /// Whether it is done.
  public var isDone: Bool { words(of: FieldName(ofElement: .done)) == "true" }

  /// The first line with anything in it of what an element of a list says it is.
  public func title(in list: ListDefinition) -> String {
    for field in list.fields where field.rule != .flag {
      let line = EntryView.firstLine(of: words(of: field.name))
      if !line.isEmpty { return line }
    }
    return ""
  }
}
