extension DraftFile {
  /// What the text's file holds now.
  func text() throws(DeviceFailure) -> String {
    guard let bytes = bytes() else { throw .recovery(.gone(path: path)) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .recovery(.notUTF8(path: path))
    }
    return text
  }
}
