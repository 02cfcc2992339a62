internal import AfterwitDocument

extension FieldView {
  /// The texts that it holds: what is shown, and what stands beside it.
  var words: [String] {
    switch self {
    case .text(let text): [text]
    case .register(let shown, let others): [shown] + others
    case .set(let elements): elements
    }
  }

  /// What a person reads of it.
  var shownWords: String {
    switch self {
    case .text(let text): text
    case .register(let shown, _): shown
    case .set(let elements): elements.joined(separator: ", ")
    }
  }
}
