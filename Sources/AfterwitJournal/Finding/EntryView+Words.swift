internal import AfterwitDocument

extension EntryView {
  /// All its words, by which it is found, as the index takes them.
  public var words: String {
    FoldedText(searchedTexts.map(\.text).joined(separator: "\n")).indexed
  }

  /// All its texts, the main one first: what is shown, and what stands beside it.
  var searchedTexts: [SearchedText] {
    let main = kind?.defaultField
    var texts: [SearchedText] = []
    for field in fields where field.name == main { append(field.value, of: field.name, to: &texts) }
    for field in fields where field.name != main { append(field.value, of: field.name, to: &texts) }
    return texts
  }

  /// Appends the texts of a value; those of the elements of a list are of the list.
  private func append(_ value: FieldView, of field: FieldName, to texts: inout [SearchedText]) {
    func append(_ text: String) { texts.append(SearchedText(field: field, text: text)) }
    switch value {
    case .text(let text): append(text)
    case .register(let shown, let others):
      append(shown)
      for other in others { append(other) }
    case .set where field == FieldName(.tags):
      append(tags.map { "#" + $0 }.joined(separator: " "))
    case .set(let elements): append(elements.joined(separator: ", "))
    case .counter: break
    case .list(let elements):
      for element in elements {
        for part in element.fields { self.append(part.value, of: field, to: &texts) }
      }
    }
  }
}
