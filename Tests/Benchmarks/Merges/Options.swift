import AfterwitMergePairs

/// What the command line asks for.
struct Options {
  var seed: UInt64 = 1
  var pairs = 30
  var kinds: [String] = []
  var languages: [String] = []
  var shown = 0
  var showsAll = false
  var withPeers = false

  /// Reads the words of a command line.
  /// - Throws: ``Unknown`` at the first word that means nothing.
  init(_ words: [String]) throws(Unknown) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--seed": seed = try number(&rest, of: word)
      case "--pairs": pairs = Int(try number(&rest, of: word))
      case "--class":
        kinds.append(try name(&rest, of: word, among: MergePairs.kinds.map(\.name)))
      case "--language":
        languages.append(try name(&rest, of: word, among: Language.all.map(\.name)))
      case "--show": shown = Int(try number(&rest, of: word))
      case "--all": showsAll = true
      case "--peers": withPeers = true
      default: throw Unknown(word: word)
      }
    }
  }

  /// A word that means nothing here, and what would.
  struct Unknown: Error {
    let word: String
    var known: [String] = []
  }

  private func name(
    _ rest: inout ArraySlice<String>, of option: String, among known: [String]
  ) throws(Unknown) -> String {
    let name = try text(&rest, of: option)
    guard known.contains(name) else { throw Unknown(word: name, known: known) }
    return name
  }

  private func text(_ rest: inout ArraySlice<String>, of option: String) throws(Unknown) -> String {
    guard let text = rest.popFirst() else { throw Unknown(word: option) }
    return text
  }

  private func number(
    _ rest: inout ArraySlice<String>, of option: String
  ) throws(Unknown) -> UInt64 {
    let text = try text(&rest, of: option)
    guard let number = UInt64(text) else { throw Unknown(word: text) }
    return number
  }
}
