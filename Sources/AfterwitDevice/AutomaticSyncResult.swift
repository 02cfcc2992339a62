/// How an exchange ended that nobody waited for.
public struct AutomaticSyncResult: Hashable, Sendable {
  /// When it ended, in milliseconds since 1970.
  public let milliseconds: UInt64
  /// Whether relay and device held the same then.
  public let agreed: Bool
  /// What a person would have been told, in one sentence.
  public let sentence: String

  /// A result of given parts.
  public init(milliseconds: UInt64, agreed: Bool, sentence: String) {
    self.milliseconds = milliseconds
    self.agreed = agreed
    self.sentence = sentence
  }

  /// The parts as lines.
  var bytes: [UInt8] {
    Array("\(milliseconds)\n\(agreed ? "agreed" : "apart")\n\(sentence)".utf8)
  }

  /// Reads what ``bytes`` wrote.
  init?(decoding bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, let milliseconds = UInt64(lines[0]) else { return nil }
    self.init(
      milliseconds: milliseconds, agreed: lines[1] == "agreed", sentence: String(lines[2]))
  }
}
