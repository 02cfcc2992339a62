public import AfterwitDocument

/// A question that was asked, once or several times, and what was answered last.
public struct QuestionTally: Hashable, Sendable {
  /// One time that it was asked.
  public struct Occurrence: Hashable, Sendable {
    /// The reflection.
    public let entry: EntryView
    /// The element.
    public let element: ElementView
  }

  /// Each time that it was asked, the newest first.
  public let occurrences: [Occurrence]

  /// The words of the question, as they were noted last.
  public var asked: String { latest(.asked) }
  /// What was said, the last time that this was noted.
  public var said: String { latest(.said) }
  /// What the person would say now, the last time that this was noted.
  public var wouldSay: String { latest(.wouldSay) }

  /// The questions of some entries, those that read the same as one; those asked most come first, of
  /// these the newest.
  ///
  /// - Parameters:
  ///   - words: the question and its answers hold all of these.
  ///   - entries: the entries, the newest first.
  public static func all(holding words: [String], in entries: [EntryView]) -> [QuestionTally] {
    var order: [String] = []
    var found: [String: [Occurrence]] = [:]
    for entry in entries {
      for element in entry.list(CodedField.questions.rawValue) {
        let asked = element.words(of: FieldName(ofElement: .asked))
        let key = asked.compared
        if found[key] == nil { order.append(key) }
        found[key, default: []].append(Occurrence(entry: entry, element: element))
      }
    }
    let sought = words.map { $0.compared }
    let tallies = order.compactMap { found[$0] }.map { QuestionTally(occurrences: $0) }
      .filter { tally in
        let text = FoldedText([tally.asked, tally.said, tally.wouldSay].joined(separator: " "))
          .indexed
        return sought.allSatisfy { text.contains($0) }
      }
    return tallies.enumerated().sorted { left, right in
      (right.element.occurrences.count, left.offset) < (
        left.element.occurrences.count, right.offset
      )
    }.map(\.element)
  }

  private func latest(_ field: CodedElementField) -> String {
    let name = FieldName(ofElement: field)
    return occurrences.lazy.map { $0.element.words(of: name) }.first { !$0.isEmpty } ?? ""
  }
}
