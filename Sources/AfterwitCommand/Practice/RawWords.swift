internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// What a person wrote of an event, before a lesson is drawn out of it.
struct RawWords {
  private static let fields: [CodedField] = [.happened, .felt, .mine, .notMine, .lesson]

  /// How the lines are dressed.
  let style: Style

  /// Each text under its name; the lesson, where there is one already, comes last.
  func lines(_ entry: EntryView) -> [String] {
    let texts = Self.fields.filter { !entry.text($0).isEmpty }.flatMap { field in
      ["", style.bold(field.rawValue), DressedText(entry.text(field), in: style).text(indent: 2)]
    }
    return [style.bold(style.line(entry.label))] + texts
  }
}
