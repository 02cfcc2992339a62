/// How many lines a command prints at most, as it was typed behind `-n`.
enum TypedLimit {
  /// The number, where one was typed.
  /// - Throws: a usage failure for a number below zero.
  static func checked(_ typed: Int?) throws(CommandFailure) -> Int? {
    guard typed ?? 0 >= 0 else { throw .usage("-n takes a count, 0 or more.") }
    return typed
  }
}
