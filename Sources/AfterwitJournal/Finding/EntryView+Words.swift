extension EntryView {
  /// All its words, by which it is found: what is shown, and what stands beside it.
  public var words: String {
    fields.flatMap(\.value.words).joined(separator: "\n")
  }
}
