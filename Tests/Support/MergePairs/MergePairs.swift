/// All pairs of edits that there are, by class, language and number; a seed repeats them.
package enum MergePairs {
  /// A way in which two machines edit one text.
  package struct Kind: Sendable {
    /// Its name.
    package let name: String
    /// What may happen where something is drawn; `nil` where the language has no such thing.
    let draft: @Sendable (inout Writer) -> Draft?

    init(_ name: String, _ draft: @escaping @Sendable (inout Writer) -> Draft?) {
      self.name = name
      self.draft = draft
    }
  }

  /// All classes.
  package static let kinds: [Kind] =
    values + words + sentences + paragraphs + lists + insertions + spaces + alike + takenBack
    + needless

  /// Some pairs of a class in a language; none where the language has no such thing.
  package static func pairs(
    of kind: Kind, in language: Language, count: Int, seed: UInt64
  ) -> [MergePair] {
    (0..<count).compactMap { pair(of: kind, in: language, number: $0, seed: seed) }
  }

  /// One pair; drawn again where two sentences happen to be much the same, for then a person could
  /// not tell which of them somebody edited.
  private static func pair(
    of kind: Kind, in language: Language, number: Int, seed: UInt64
  ) -> MergePair? {
    for attempt in 0..<attempts {
      let name = "\(kind.name) \(language.name) \(number) \(seed) \(attempt)"
      // FNV-1a, so that each pair has a seed of its own.
      let own = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
        ($0 ^ UInt64($1)) &* 0x100_0000_01b3
      }
      var writer = Writer(language, seed: own)
      guard var draft = kind.draft(&writer) else { return nil }
      guard draft.isDistinct else { continue }
      draft.isInSteps = writer.chance(oneIn: 2)
      let beside = writer.beside(draft)
      return draft.pair(kind.name, language, number: number, beside: beside)
    }
    preconditionFailure("\(kind.name) has no sentences that differ in \(language.name)")
  }

  /// So many draws tell of a class that has no such page.
  private static let attempts = 1000
}

extension Writer {
  /// What each machine may do elsewhere: another word in a paragraph that the draft leaves alone.
  fileprivate mutating func beside(_ draft: Draft) -> (mine: [Edit], theirs: [Edit]) {
    guard !draft.standsAlone else { return ([], []) }
    let free = draft.untouched.shuffled(using: &random)
    let edits = free.prefix(2).map { paragraph -> [Edit] in
      let sentences = paragraph.sentences.filter { $0.words.contains(where: \.hasOthers) }
      guard chance(oneIn: 3), !sentences.isEmpty else { return [] }
      return [edit(pick(sentences))]
    }
    return (edits.first ?? [], edits.count > 1 ? edits[1] : [])
  }
}
