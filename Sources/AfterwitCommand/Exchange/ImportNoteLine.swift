internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitExchange

/// What a person should know of an import, as a line.
struct ImportNoteLine {
  private static let wordLimit = 120

  /// The line: where, and what.
  let text: String

  /// The line of a note.
  init(_ note: ImportNote) {
    let line = note.place.line.map { ":\($0)" } ?? ""
    text = note.place.file + line + ": " + Self.words(note.fact)
  }

  private static func words(_ fact: ImportNote.Fact) -> String {
    switch fact {
    case .source(let fact): words(fact)
    case .editedHere(let entry, let fields):
      "\(entry.shortText) was edited here too (\(fields.joined(separator: ", "))), and stays as it is."
    case .removedHere(let entry): "\(entry.shortText) was removed here, and stays so."
    case .misfit(let field, let value):
      "\(field): \(cut(value)) has no place in an entry, and is left out."
    case .longTitle: "the title is longer than a title may be, and stands before the text."
    case .tooLarge(let limit):
      "the entry is larger than \(limit / 1024) KiB, and is left out."
    }
  }

  private static func words(_ fact: SourceNote.Fact) -> String {
    switch fact {
    case .noSuchMoment(let stamp):
      "\(cut(stamp)) is no moment of the calendar; no entry was dated by it."
    case .leftOut(let words, let part):
      "\(part): \(cut(words)) has no place in an entry, and is left out."
    case .skipped(let words, let reason): "\(cut(words)): left out, \(why(reason))."
    case .staysText(let reason): "stays text, \(why(reason))."
    case .altered(let reason): why(reason) + "."
    }
  }

  private static func why(_ reason: SourceNote.Reason) -> String {
    switch reason {
    case .beforeFirstEntry: "for it stands before the first entry"
    case .noEntries: "for there is no entry in it"
    case .notUTF8: "for it is not UTF-8"
    case .notReadable: "for it cannot be read"
    case .tooLarge: "for it is too large"
    case .tooDeep: "for it is nested too deep"
    case .encrypted: "for it is encrypted"
    case .deleted: "for it was deleted there"
    case .template: "for it is the template of a repeated task"
    case .repeated: "for it comes again and again"
    case .namedAgain: "for it is named again farther down, which counts"
    case .noDay: "for it has no day"
    case .expression: "for it is an expression of Emacs"
    case .notYAML: "for it is not YAML"
    case .linkedFile: "for files are not brought in"
    case .notOfFormat: "for it is not of this format"
    case .anotherType: "for it is no note"
    case .yamlExport:
      "a yaml export of jrnl pushes headings down and drops lines of tags; bring the journal itself, "
        + "or --format json, for all of it"
    case .folderExport:
      "an export of jrnl into a folder keeps one of the entries of a day with like titles"
    }
  }

  private static func cut(_ words: String) -> String {
    words.count > wordLimit ? String(words.prefix(wordLimit)) + "…" : words
  }
}
