internal import AfterwitDocument

/// The five parts of a story, each as it was written or, where it was not yet, as the reflection
/// proposes it.
public struct StoryDraft: Hashable, Sendable {
  /// A part, and what stands in it.
  public struct Section: Hashable, Sendable {
    /// The part.
    public let part: StoryPart
    /// Its words; empty where there are none and nothing is proposed.
    public let words: String
    /// Whether they are proposed, and nowhere stored yet.
    public let isProposed: Bool
  }

  /// All parts, in the order in which they are told.
  public let sections: [Section]

  private init(sections: [Section]) { self.sections = sections }

  /// The story of a reflection.
  public init(of entry: EntryView) {
    sections = StoryPart.allCases.map { part in
      let written = entry.text(part.field)
      guard written.isEmpty else {
        return Section(part: part, words: written, isProposed: false)
      }
      return Section(part: part, words: Self.proposal(for: part, in: entry), isProposed: true)
    }
  }

  /// The same story, without what is proposed.
  public var written: StoryDraft { StoryDraft(sections: sections.filter { !$0.isProposed }) }

  /// The edits that store what is proposed.
  public var proposals: [FieldEdit] {
    sections.filter { $0.isProposed && !$0.words.isEmpty }
      .map { .replace(field: $0.part.field.rawValue, text: $0.words) }
  }

  private static func proposal(for part: StoryPart, in entry: EntryView) -> String {
    switch part {
    case .situation: entry.text(.happened)
    case .struggle:
      [entry.text(.felt), entry.text(.mine)].filter { !$0.isEmpty }.joined(separator: "\n\n")
    case .turn: entry.text(.next)
    case .result: entry.register(.outcome) ?? ""
    case .learning: entry.text(.lesson)
    }
  }
}
