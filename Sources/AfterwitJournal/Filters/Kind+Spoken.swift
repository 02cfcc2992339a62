extension Kind {
  /// The kind of a word, in whatever case, singular or plural; `nil` for another word.
  public init?(spoken word: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue.isSpoken(as: word) }) else {
      return nil
    }
    self = kind
  }
}
