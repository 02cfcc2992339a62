internal import AfterwitText

extension Draft {
  /// Where the words of the edit can be found if it fails.
  public var keptWords: KeptWords { .inEditedDraft(path: path, name: file.name) }

  /// The operations that turn the text that was shown into the one in the file now.
  func difference() throws(DeviceFailure) -> [TextOperation] {
    let text = try editedText()
    guard !text.utf8.elementsEqual(shown.utf8) else { return [] }
    return TextDifference.operations(from: basis, to: text)
  }

  /// What the file says now, without the newline that editors add to a last line.
  private func editedText() throws(DeviceFailure) -> String {
    guard let data = file.bytes() else {
      throw .draft(.gone(path: path))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .keeping(keptWords, after: .draft(.notUTF8))
    }
    guard !text.isEmpty || shown.isEmpty else {
      throw .keeping(keptWords, after: .draft(.empty))
    }
    let isAdded = text.hasSuffix("\n") && !shown.hasSuffix("\n")
    return isAdded ? String(text.unicodeScalars.dropLast()) : text
  }
}
