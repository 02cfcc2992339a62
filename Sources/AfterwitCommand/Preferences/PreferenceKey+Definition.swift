extension PreferenceKey {
  /// What is known of a key.
  struct Definition: Hashable {
    /// What its values are.
    let form: Form
    /// What holds where nobody has chosen; `nil` where that is nothing.
    let initial: PreferenceValue?
    /// The variables of the environment that come before the file, the first that is set first.
    let variables: [String]
    /// A sentence of help.
    let help: String

    /// A definition of given parts.
    init(
      _ form: Form, initially initial: PreferenceValue?, variables: [String] = [], help: String
    ) {
      self.form = form
      self.initial = initial
      self.variables = variables
      self.help = help
    }
  }

  /// What the values of a key are.
  enum Form: Hashable {
    /// A text on one line that is not empty.
    case text
    /// One of these words.
    case choice([String])
    /// Some of these words in any order, each once, at least one.
    case list(of: [String])

    /// What fits, in words that follow "is".
    var words: String {
      switch self {
      case .text: "a text on one line"
      case .choice(let words):
        words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
      case .list(let words): "some of " + words.joined(separator: ", ") + ", each once"
      }
    }

    /// Whether a value fits.
    func takes(_ value: PreferenceValue) -> Bool {
      switch (self, value) {
      case (.text, .text(let text)):
        text.contains { !$0.isWhitespace } && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
      case (.choice(let words), .text(let word)): words.contains(word)
      case (.list(let words), .list(let list)):
        !list.isEmpty && Set(list).count == list.count && list.allSatisfy(words.contains)
      case (_, .list), (.list, _): false
      }
    }

    /// The value that a person has typed; `nil` if it does not fit.
    func value(typed words: [String]) -> PreferenceValue? {
      let value: PreferenceValue =
        switch self {
        case .text, .choice: .text(words.joined(separator: " "))
        case .list:
          .list(
            words.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) })
        }
      return takes(value) ? value : nil
    }
  }
}
