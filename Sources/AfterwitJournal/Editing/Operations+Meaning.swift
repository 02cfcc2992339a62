package import AfterwitDocument
package import AfterwitText

// What an edit means for what a field holds now. There is nothing to do where the field shows it
// already; then there are no operations. An element that is to be in a set is the exception.

extension Operations {
  /// Makes a register show a value, and only that one; an empty value clears it.
  package init?(assigning value: String, to state: FieldState?) {
    guard case .register(let register)? = state?.value else {
      if value.isEmpty { return nil }
      self = .register(value)
      return
    }
    let isShown = ExactString(register.shown ?? "") == ExactString(value)
    if isShown, register.others.isEmpty { return nil }
    self = .register(value)
  }

  /// Makes a text into another one, by the smallest difference.
  package init?(replacing shown: ShownText, with text: String) {
    let difference: [TextOperation] =
      shown.text.isEmpty && shown.places.isEmpty && !text.isEmpty
      ? [.insert(position: 0, text: text)] : TextDifference.operations(from: shown, to: text)
    guard !difference.isEmpty else { return nil }
    self = .text(difference)
  }

  /// Gives a text new last paragraphs.
  init?(appending paragraphs: [String], to state: FieldState?) {
    let shown = state?.shownText ?? ShownText("")
    var added = ""
    for words in paragraphs where !words.isEmpty {
      added += Self.paragraph(words, after: added.isEmpty ? shown.text : added)
    }
    guard !added.isEmpty else { return nil }
    self = .text(TextDifference.operations(appending: added, to: shown))
  }

  /// The words of a paragraph with a separator of its own, so that two which are appended at once
  /// stay apart: before it where the text goes on from a line, after it where a line begins.
  private static func paragraph(_ words: String, after text: String) -> String {
    let lineEnd = LineEnd(lastIn: text) ?? LineEnd(lastIn: words) ?? .lineFeed
    let end = lineEnd.rawValue
    if text.isEmpty { return words + end }
    if lineEnd.ends(text, times: 2) { return words + end + end }
    return lineEnd.ends(text) ? end + words + end : end + end + words
  }

  /// Puts an element into a set or takes it out, after what the same change does to the set before.
  ///
  /// - Parameters:
  ///   - isWanted: whether the set is to hold the element.
  ///   - earlier: the operations so far; the last word about an element is the one that counts.
  init?(
    _ element: ExactString, isWanted: Bool, in state: FieldState?, after earlier: Operations?
  ) {
    var added: Set<ExactString> = []
    var removed: Set<ExactString> = []
    if case .set(let before, let after)? = earlier { (added, removed) = (Set(before), Set(after)) }
    added.remove(element)
    removed.remove(element)
    var isPresent = false
    if case .set(let set)? = state?.value { isPresent = set.adds[element] != nil }
    // An element that is there already is added once more: another device may be taking it out.
    if isWanted { added.insert(element) }
    if !isWanted, isPresent { removed.insert(element) }
    if added.isEmpty, removed.isEmpty { return nil }
    self = .set(added: added.sorted(), removed: removed.sorted())
  }
}
