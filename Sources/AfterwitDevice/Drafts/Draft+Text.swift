internal import AfterwitJournal
internal import AfterwitText

extension Draft {
  /// Where the words of the edit can be found if it fails.
  public var keptWords: KeptWords { .inEditedDraft(path: path, name: file.name) }

  /// The operations that turn the text that was shown into the one in the file now.
  func difference() throws(DeviceFailure) -> [TextOperation] {
    let text = adapted(try saved().text)
    guard !text.utf8.elementsEqual(shown.utf8) else { return [] }
    return TextDifference.operations(from: basis, to: text)
  }

  /// What was written among the lines that are only for reading.
  func writtenNotes() throws(DeviceFailure) -> [String] {
    try saved().writtenNotes(besides: opened)
  }

  /// What the file says now.
  private func saved() throws(DeviceFailure) -> NotedText {
    guard let data = file.bytes() else {
      throw .draft(.gone(path: path))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .keeping(keptWords, after: .draft(.notUTF8))
    }
    let saved: NotedText
    do throws(DocumentMisfit) {
      saved = try opened.reading(text)
    } catch {
      throw .keeping(keptWords, after: .document(error))
    }
    // What an editor puts before the line by itself is no text.
    let isEmpty =
      notes.isEmpty ? saved.text.isEmpty : saved.text.allSatisfy(\.isWhitespace)
    guard !isEmpty || shown.isEmpty else {
      throw .keeping(keptWords, after: .draft(.empty))
    }
    return saved
  }

  /// A saved text without what editors change by themselves: they end a last line that had no end, and
  /// may end all lines in another way.
  private func adapted(_ text: String) -> String {
    let isEnded = shown.utf8.last == UInt8(ascii: "\n")
    let text = isEnded ? text : LineEnd.withoutLast(text)
    let plain = LineEnd.lineFeed.replacingEnds(of: text)
    if plain.utf8.elementsEqual(LineEnd.lineFeed.replacingEnds(of: shown).utf8) { return shown }
    return LineEnd(ofAll: shown)?.replacingEnds(of: text) ?? text
  }
}
