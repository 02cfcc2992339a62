extension String {
  /// Whether a person means this word by another: in whatever case, singular or plural.
  package func isSpoken(as typed: String) -> Bool {
    let typed = typed.lowercased()
    return typed == self || typed == self + "s"
  }
}
