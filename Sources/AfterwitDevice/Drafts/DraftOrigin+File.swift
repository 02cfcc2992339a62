internal import FoundationEssentials

extension DraftOrigin {
  /// What a sidecar says; `nil` if there is none, or if it cannot be read.
  init?(at sidecar: String) {
    guard let data = FileManager.default.contents(atPath: sidecar),
      let origin = try? DraftOrigin(decoding: Array(data))
    else { return nil }
    self = origin
  }
}
