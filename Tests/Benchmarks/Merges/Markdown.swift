/// The parts of a table in Markdown.
enum Markdown {
  /// A row of cells.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// The line below a head.
  static func rule(_ count: Int) -> String { String(repeating: "|---", count: count) + "|" }

  /// A part of a whole; nothing where there is no whole.
  static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "" : "\(part) of \(whole)"
  }

  /// A number; nothing where it is none.
  static func count(_ number: Int) -> String { number == 0 ? "" : "\(number)" }
}
