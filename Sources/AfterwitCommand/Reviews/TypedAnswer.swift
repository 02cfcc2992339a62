internal import AfterwitDevice

/// What a person types after `review resolve R`: an answer, or where to get it from.
enum TypedAnswer: Hashable {
  /// The answer itself.
  case answer(ReviewAnswer)
  /// The whole text or value is read from stdin.
  case textFromStandardInput
  /// The person writes it in their editor.
  case edit

  private static let choices =
    "Type one of: mine, theirs, side N, both, base, keep, remove, current, edit, --text TEXT, -"

  /// Reads the words of the command line and the value of `--text`.
  init(words: [String], text: String?) throws(CommandFailure) {
    if let text {
      guard words.isEmpty else {
        throw .usage("--text and \"\(words[0])\" exclude each other.", next: "Give one of them.")
      }
      self = .answer(.text(text))
      return
    }
    guard let word = words.first else {
      throw .usage("A decision is missing.", next: Self.choices)
    }
    let rest = words.dropFirst()
    if word == "side" {
      self = .answer(.side(try Self.number(rest)))
      return
    }
    guard rest.isEmpty else {
      throw .usage("\"\(words.joined(separator: " "))\" is no decision.", next: Self.choices)
    }
    switch word {
    case "mine": self = .answer(.mine)
    case "theirs": self = .answer(.theirs)
    case "keep": self = .answer(.keep)
    case "remove": self = .answer(.remove)
    case "both": self = .answer(.both)
    case "base": self = .answer(.base)
    case "current": self = .answer(.current)
    case "edit": self = .edit
    case "-": self = .textFromStandardInput
    default: throw .usage("\"\(word)\" is no decision.", next: Self.choices)
    }
  }

  private static func number(_ words: ArraySlice<String>) throws(CommandFailure) -> Int {
    guard words.count == 1, let word = words.first, let number = Int(word), number > 0 else {
      throw .usage(
        "side needs the number of a side.",
        next: "afterwit review show R tells them; then, for example: side 1")
    }
    return number
  }
}
