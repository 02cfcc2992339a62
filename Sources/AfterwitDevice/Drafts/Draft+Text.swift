internal import AfterwitDocument

extension Draft {
  /// The failure of an edit whose text is safe in the draft's file.
  public func kept(_ failure: DeviceFailure) -> DeviceFailure {
    DeviceFailure(
      failure.code, failure.happened, safe: "Your text is kept in \(path).",
      next: failure.next + (failure.next.hasSuffix(".") ? " To" : "; to")
        + " save it: afterwit draft recover \(file.name)")
  }

  /// What makes the text that was shown into the one that the file holds now.
  func difference() throws -> [TextOperation] {
    let text = try editedText()
    guard !text.utf8.elementsEqual(shown.utf8) else { return [] }
    return TextDifference.operations(from: basis, to: text)
  }

  /// What the file says now, without the newline that editors add to a last line.
  private func editedText() throws -> String {
    guard let data = file.bytes() else {
      throw DeviceFailure(
        .failed, "The draft \(path) is gone.", safe: "Nothing in the journal was changed.",
        next: "Open the entry again.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw kept(
        DeviceFailure(
          .usage, "The text is not valid UTF-8.", safe: "", next: "Save it as UTF-8, and repeat."))
    }
    guard !text.isEmpty || shown.isEmpty else {
      throw kept(
        DeviceFailure(
          .usage, "The editor left an empty text.", safe: "",
          next: "To empty the field on purpose: afterwit edit ID --field FIELD --text \"\"."))
    }
    let isAdded = text.hasSuffix("\n") && !shown.hasSuffix("\n")
    return isAdded ? String(text.unicodeScalars.dropLast()) : text
  }
}
