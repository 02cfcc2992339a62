internal import AfterwitJournal

/// The first line of a heading of Org.
struct OrgHeading {
  private static let keywords: Set<Substring> = [
    "TO" + "DO", "DONE", "NEXT", "WAITING", "WAIT", "CANCELLED", "CANCELED", "STARTED", "HOLD",
  ]

  /// How many stars it has.
  let level: Int
  /// Its words, without all that is told apart here.
  private(set) var title: Substring
  /// What stands at its end between colons.
  private(set) var tags: [String] = []
  /// The word for its state; `nil` where it has none.
  private(set) var keyword: String?
  /// Its priority, a letter; `nil` where it has none.
  private(set) var priority: String?

  /// Reads a line; `nil` where it is none: stars in the first column, and a blank behind them.
  init?(_ line: String) {
    let stars = line.prefix { $0 == "*" }
    guard !stars.isEmpty, line.dropFirst(stars.count).first == " " else { return nil }
    level = stars.count
    title = line.dropFirst(stars.count).trimmed
    if let word = title.split(separator: " ").first, Self.keywords.contains(word) {
      keyword = String(word)
      title = title.dropFirst(word.count).trimmed
    }
    if title.hasPrefix("[#"), let end = title.firstIndex(of: "]"),
      title.distance(from: title.startIndex, to: end) == 3
    {
      priority = String(title.dropFirst(2).prefix(1))
      title = title[end...].dropFirst().trimmed
    }
    guard title.last == ":",
      let last = title.split(whereSeparator: { $0 == " " || $0 == "\t" }).last,
      last.first == ":", last.count > 2
    else { return }
    let words = last.dropFirst().dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isPart) }) else { return }
    tags = words.map(String.init)
    title = title.dropLast(last.count).trimmed
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_@#%".contains(character)
  }
}
