internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// A story, as `afterwit.story/1`.
  static func document(_ draft: StoryDraft, of entry: EntryView) -> JSONValue {
    .members([
      "schema": .string("afterwit.story/1"),
      "id": .string(entry.id.text),
      "name": .string(entry.eventName),
      "rehearsed": .integer(entry.count("rehearsed")),
      "parts": .list(
        draft.sections.map { section in
          .members([
            "part": .string(section.part.rawValue), "words": .string(section.words),
            "proposed": .flag(section.isProposed),
          ])
        }),
    ])
  }
}
