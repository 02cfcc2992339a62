internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// What a format has no place for, counted by what it is.
public struct ExportLosses: Hashable, Sendable {
  /// What became of something that could not be written as it is.
  public enum Change: String, CaseIterable, Hashable, Sendable {
    /// A first line was written as the title, for the format knows no entry without one.
    case firstLineAsTitle
    /// The day of an entry that tells of none is that on which it was written.
    case dayOfWriting
    /// A title was brought onto one line.
    case titleLines
    /// A tag was written with other signs.
    case tagSigns
    /// Tags were written into the text.
    case tagsInText
    /// A line of text was indented, for it would be read as the head of an entry.
    case indentedLine
    /// A star at the end of a title was written otherwise.
    case titleStar
    /// White space at an end of a text is not kept.
    case outerSpace
    /// An entry comes back as one of another kind.
    case otherKind
  }

  /// How many values of each field were left out.
  public private(set) var leftOut: [String: Int] = [:]
  /// How often something was written otherwise.
  public private(set) var changed: [Change: Int] = [:]
  /// How many values that stand beside a shown one were left out.
  public private(set) var beside = 0
  /// How many entries were left out, because they are hidden or of no known kind.
  public private(set) var hidden = 0

  /// Nothing lost.
  public init() {}

  /// Whether nothing is lost.
  public var isEmpty: Bool { leftOut.isEmpty && changed.isEmpty && beside == 0 && hidden == 0 }

  mutating func count(_ change: Change, _ number: Int = 1) {
    if number > 0 { changed[change, default: 0] += number }
  }

  /// Counts what is in an entry beside what a format has a place for.
  mutating func count(_ entry: ShownEntry, but known: Set<String>) {
    let main = entry.kind.defaultField.name.string
    for field in entry.fields where !known.contains(field.name) && field.name != main {
      let count = field.values.count { !$0.isEmpty }
      if count > 0 { leftOut[field.name, default: 0] += count }
    }
    for list in entry.lists { leftOut[list.name, default: 0] += list.elements.count }
    beside += entry.besideCount
  }

  /// Counts an entry that is not written.
  public mutating func countHidden() { hidden += 1 }

  mutating func countBeside(_ entry: ShownEntry) { beside += entry.besideCount }
}
