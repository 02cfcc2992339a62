/// An end that the operator reads about in three lines.
struct RelayCommandFailure: Error {
  /// What happened.
  let what: String
  /// What is safe.
  let safe: String
  /// What to type next.
  let next: String

  /// The three lines.
  var lines: String { "\(what)\n\(safe)\n\(next)" }

  /// A failure of given lines.
  init(what: String, safe: String, next: String) {
    self.what = what
    self.safe = safe
    self.next = next
  }
}
