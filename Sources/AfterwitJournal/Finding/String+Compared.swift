extension String {
  /// The text as names and questions are compared: without case, accents and the space between words.
  package var compared: String { FoldedText(self).indexed }
}
