/// What was chosen: a text, or a list of names.
enum PreferenceValue: Hashable, Sendable {
  /// A text.
  case text(String)
  /// Names in order.
  case list([String])

  /// The value as a person types it.
  var typed: String {
    switch self {
    case .text(let text): text
    case .list(let names): names.joined(separator: ",")
    }
  }

  /// The text; `nil` of a list.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The names of a list; none of a text.
  var names: [String] {
    if case .list(let names) = self { names } else { [] }
  }
}
