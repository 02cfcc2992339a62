/// When two replacements are one rewriting of what stands between them too.
enum Rewriting {
  /// Whether what survives between two replacements in one sentence holds no word, or is shorter
  /// than either; then it was not kept as such.
  ///
  /// - Parameters:
  ///   - kept: the scalars between them.
  ///   - size: how many scalars the one replaces or puts in their place, whichever are more.
  static func goesOn(
    through kept: some Collection<Unicode.Scalar>, from size: Int, to next: Int
  ) -> Bool {
    guard kept.allSatisfy({ $0 != "\n" && !Sentences.isTerminator($0) }) else { return false }
    return kept.count < min(size, next) || kept.allSatisfy { !$0.isOfWords }
  }
}
