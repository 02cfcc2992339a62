internal import AfterwitDocument
internal import AfterwitJournal

/// A story in its five parts.
struct StoryPage {
  /// How the lines are dressed.
  let style: Style

  /// Each part that has words, under its name; what is proposed is marked.
  func lines(_ draft: StoryDraft, of entry: EntryView) -> [String] {
    let sections = draft.sections.filter { !$0.words.isEmpty }.flatMap { section in
      [
        "",
        style.bold(section.part.rawValue)
          + (section.isProposed ? style.faint("  proposed") : ""),
        DressedText(section.words, in: style).text(indent: 2),
      ]
    }
    return [style.bold(style.line(entry.eventName))] + sections
  }
}
