internal import AfterwitEncoding

extension Environment {
  /// A name for a new draft.
  func draftName(_ label: String) -> String {
    "\(label)-\(Base32.encode(randomBytes(5)))"
  }
}
