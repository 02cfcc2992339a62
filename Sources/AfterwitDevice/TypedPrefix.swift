/// How much of an id or a name must be typed for a command that changes something.
///
/// A command that only reads takes any beginning that one thing has; but of few things, each has a
/// beginning of one letter, and a slip of the finger must not change one of them.
enum TypedPrefix {
  /// The fewest characters.
  static let shortest = 4

  /// Whether enough of an id or a name was typed.
  static func isEnough(_ typed: String) -> Bool { typed.count >= shortest }
}
