/// A text as its writer thinks of it: paragraphs or items of sentences of words.
///
/// Everything has a number of its own that it keeps, so that an edit means the same in every version
/// of a page, and what two edits ought to give is what both say, done to the same page.
package struct Page: Hashable, Sendable {
  /// What stands before the first word of a paragraph.
  package enum Marker: Hashable, Sendable {
    /// Signs: none in prose, `- ` and the like in a list.
    case signs(String)
    /// The place in a numbered list.
    case number
  }

  /// A word with what clings to it.
  package struct Word: Hashable, Sendable {
    /// Its number.
    package let id: Int
    /// The word itself.
    package var text: String
    /// The list that it was drawn from, where others of it may take its place.
    package var slot: Language.Slot?
    /// Quotation marks or the like before it.
    package var opening = ""
    /// Quotation marks, and then perhaps a comma, behind it.
    package var closing = ""
    /// What separates it from the next word, where that is not what its language has there.
    package var gap: String?

    /// Whether others may take its place.
    package var hasOthers: Bool { slot != nil && slot != .value }
  }

  /// A sentence.
  package struct Sentence: Hashable, Sendable {
    /// Its number.
    package let id: Int
    /// What it begins with: nothing, or `¡`.
    package var opening = ""
    /// Its words.
    package var words: [Word]
    /// What it ends with.
    package var end: String
  }

  /// A paragraph, or an item of a list.
  package struct Paragraph: Hashable, Sendable {
    /// Its number.
    package let id: Int
    /// What it begins with.
    package var marker: Marker
    /// Its sentences.
    package var sentences: [Sentence]
  }

  /// What stands between two words.
  package let wordGap: String
  /// What stands between two sentences.
  package let sentenceGap: String
  /// What stands between two paragraphs.
  package var separator: String
  /// The paragraphs.
  package var paragraphs: [Paragraph]
  /// What stands behind the last of them.
  package var tail: String
  /// What ends a line.
  package var lineBreak = "\n"
}
