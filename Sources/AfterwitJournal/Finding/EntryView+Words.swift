internal import AfterwitDocument

extension EntryView {
  /// All its words, by which it is found, as the index takes them.
  public var words: String {
    FoldedText(searchedTexts.map(\.text).joined(separator: "\n")).indexed
  }

  /// All its texts, the main one first: what is shown, and what stands beside it.
  var searchedTexts: [SearchedText] {
    let main = kind?.defaultField
    return texts { $0 == main } + texts { $0 != main }
  }

  private func texts(where isWanted: (FieldName) -> Bool) -> [SearchedText] {
    fields.filter { isWanted($0.name) }.flatMap { name, value in
      texts(of: value, in: name).map { SearchedText(field: name, text: $0) }
    }
  }

  private func texts(of value: FieldView, in field: FieldName) -> [String] {
    switch value {
    case .text(let text): [text]
    case .register(let shown, let others): [shown] + others
    case .set where field == FieldName(.tags): [tags.map { "#" + $0 }.joined(separator: " ")]
    case .set(let elements): [elements.joined(separator: ", ")]
    case .counter: []
    case .list(let elements):
      elements.flatMap { $0.fields.flatMap { texts(of: $0.value, in: $0.name) } }
    }
  }
}
