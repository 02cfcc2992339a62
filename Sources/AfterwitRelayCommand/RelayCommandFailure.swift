/// An end that the operator reads about in three lines.
struct RelayCommandFailure: Error {
  /// What happened.
  let what: String
  /// What is safe.
  let safe: String
  /// What to type next.
  let next: String
  /// The exit code: 2 for a command line that is wrong, else 1.
  let code: Int32

  /// The three lines.
  var lines: String { "\(what)\n\(safe)\n\(next)" }

  /// A failure of given lines.
  init(what: String, safe: String, next: String, code: Int32 = 1) {
    self.what = what
    self.safe = safe
    self.next = next
    self.code = code
  }
}
