/// Global options that stand before the verb.
///
/// The parser accepts an option only behind the verb that declares it, and every verb declares the
/// global ones. People also type them first, so they are moved behind the verb before parsing.
enum LeadingOptions {
  /// The nouns that take their verb as the second word.
  private static let nouns = [
    "backup", "bundle", "config", "device", "draft", "recovery", "relay", "review", "store",
    "story",
  ]

  /// The same arguments, with the global options that stand before the verb moved behind it.
  static func moved(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var words: [String] = []
    var options: [String] = []
    while let argument = rest.first, words.count < (nouns.contains(words.first ?? "") ? 2 : 1) {
      if let length = length(of: argument), length <= rest.count {
        options += rest.prefix(length)
        rest = rest.dropFirst(length)
      } else if argument.hasPrefix("-") {
        break
      } else {
        words.append(argument)
        rest = rest.dropFirst()
      }
    }
    return words + options + rest
  }

  /// How many arguments a global option occupies with its value; `nil` for anything else.
  private static func length(of argument: String) -> Int? {
    if let takesValue = GlobalOptions.takesValue(argument) { return takesValue ? 2 : 1 }
    return argument.hasPrefix("--home=") ? 1 : nil
  }
}
