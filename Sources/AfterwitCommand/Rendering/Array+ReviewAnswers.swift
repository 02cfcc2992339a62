internal import AfterwitDevice

extension [ReviewAnswer?] {
  /// The answers to several parts in words, each once.
  ///
  /// - Parameter own: what is said where somebody gave words or a value of their own.
  func told(own: String) -> String {
    var words: [String] = []
    for answer in self {
      let word = answer?.word ?? own
      if !words.contains(word) { words.append(word) }
    }
    return words.joinedAsProse
  }
}
