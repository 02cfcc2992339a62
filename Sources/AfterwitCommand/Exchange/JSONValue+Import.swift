internal import AfterwitDevice
internal import AfterwitExchange

extension JSONValue {
  /// What an import came to, as `afterwit.import/1`.
  static func document(_ report: ImportReport, page: ImportPage) -> JSONValue {
    .members([
      "schema": .string("afterwit.import/1"),
      "format": .string(page.format.rawValue),
      "dry-run": .flag(page.isDryRun),
      "complete": .flag(report.isComplete),
      "new": .integer(report.new),
      "known": .integer(report.known),
      "changed": .integer(report.changed),
      "kept": .integer(report.kept),
      "removed": .integer(report.removed),
      "refused": .integer(report.refused),
      "notes": .list(
        report.notes.map { note in
          .members([
            "file": .string(note.place.file),
            "line": note.place.line.map { .integer($0) } ?? .null,
            "words": .string(ImportNoteLine(note).text),
          ])
        }),
      "further-notes": .integer(report.furtherNotes),
    ])
  }
}
