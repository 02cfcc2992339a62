internal import FoundationEssentials

extension DraftFile {
  /// What the text's file holds now.
  func text() throws(DeviceFailure) -> String {
    guard let bytes = bytes() else { throw .recovery(.gone(path: path)) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .recovery(.notUTF8(path: path))
    }
    return text
  }

  /// Where the text of a file belongs; `nil` if that was not kept or cannot be read.
  static func origin(of path: String) -> DraftOrigin? {
    FileManager.default.contents(atPath: sidecar(of: path)).flatMap {
      try? DraftOrigin(decoding: Array($0))
    }
  }
}
