extension PreferenceKey {
  /// Reads a key as it was typed.
  /// - Throws: a usage failure that names the nearest.
  init(typed name: String) throws(CommandFailure) {
    guard let key = PreferenceKey(name) else {
      let nearest = Self.nearest(to: name).map { " Did you mean \($0)?" } ?? ""
      throw .usage("There is no key \"\(name)\".\(nearest)", next: "Type: afterwit config list")
    }
    self = key
  }

  /// The key whose name is most like one that is none.
  static func nearest(to name: String) -> String? {
    NearWord.of(name, among: allCases.map(\.rawValue))
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
