internal import AfterwitStore

extension Transaction {
  /// The document drafts that became changes last.
  func finishedDocuments() throws -> FinishedDocuments {
    try property(.finishedDocuments).map { try FinishedDocuments(decoding: $0) }
      ?? FinishedDocuments()
  }

  /// Remembers that a document draft became a change.
  func note(_ text: String, ofDocument name: String) throws {
    var finished = try finishedDocuments()
    finished.note(text, of: name)
    try setProperty(.finishedDocuments, to: finished.bytes)
  }
}
