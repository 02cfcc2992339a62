internal import AfterwitEncoding

extension Environment {
  /// A name for a new draft.
  func draftName(_ label: String) -> String {
    "\(label)-\(draftMark())"
  }

  /// What tells a new file from others of its kind.
  func draftMark() -> String { Base32.encode(randomBytes(5)) }
}
