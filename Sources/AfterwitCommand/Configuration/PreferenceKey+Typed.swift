extension PreferenceKey {
  /// Reads a key as it was typed.
  /// - Throws: a usage failure that names the nearest.
  init(typed name: String) throws(CommandFailure) {
    guard let key = PreferenceKey(name) else {
      throw .usage(
        "There is no key \"\(name)\"."
          + (NearWord.of(name, among: Self.allCases.map(\.rawValue)).map { " Did you mean \($0)?" }
            ?? ""),
        next: "For all keys, type: afterwit config list")
    }
    self = key
  }

  /// What is said of it in the help.
  var helpLine: String {
    let definition = definition
    let initial = definition.initial.map { " (default: \($0.typed))" } ?? ""
    let variables =
      definition.variables.isEmpty
      ? "" : " Before the file: " + definition.variables.joined(separator: ", ") + "."
    return "\(rawValue): \(definition.form.words)\(initial). \(definition.help)\(variables)"
  }
}
