import Foundation

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
  /// - Throws: the word that nothing is known by.
  init(_ words: [String]) throws(Unknown) {
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "--seed": seed = try number(&rest, of: word)
      case "--pairs": pairs = Int(try number(&rest, of: word))
      case "--class": kinds.append(try text(&rest, of: word))
      case "--language": languages.append(try text(&rest, of: word))
      case "--show": shown = Int(try number(&rest, of: word))
      case "--all": showsAll = true
      case "--peers": withPeers = true
      default: throw Unknown(word: word)
      }
    }
  }

  /// A word that means nothing here.
  struct Unknown: Error {
    let word: String
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
