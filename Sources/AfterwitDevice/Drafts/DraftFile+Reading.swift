internal import FoundationEssentials

extension DraftFile {
  /// What the text's file holds now.
  func text() throws(DeviceFailure) -> String {
    guard let bytes = bytes() else {
      throw DeviceFailure(
        .failed, "The draft \(path) is gone.", safe: "Nothing in the journal was changed.",
        next: "Type: afterwit draft list")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DeviceFailure(
        .usage, "The draft's text is not valid UTF-8.", safe: "",
        next: "Convert \(path) to UTF-8, and repeat the command.")
    }
    return text
  }

  /// Where the text of a file belongs, or `nil` where that was not kept or cannot be read.
  static func origin(of path: String) -> DraftOrigin? {
    FileManager.default.contents(atPath: sidecar(of: path)).flatMap {
      try? DraftOrigin(decoding: Array($0))
    }
  }
}
