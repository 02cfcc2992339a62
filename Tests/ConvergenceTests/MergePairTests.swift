import AfterwitMergePairs
import AfterwitTestRandomness
import Testing

@Suite("The pairs of edits that merges are measured by")
struct MergePairTests {
  private static let seed = Effort.seed ?? 1
  /// A pair of every class in every language.
  private static let pairs = MergePairs.kinds.flatMap { kind in
    Language.all.flatMap { MergePairs.pairs(of: kind, in: $0, count: 1, seed: seed) }
  }

  @Test("A seed repeats its pairs, and another seed draws others")
  func seeds() throws {
    let kind = try #require(MergePairs.kinds.first)
    for language in Language.all {
      let texts = { (seed: UInt64) in
        MergePairs.pairs(of: kind, in: language, count: 8, seed: seed).map { $0.mine + $0.theirs }
      }
      #expect(texts(1) == texts(1))
      #expect(texts(1) != texts(2))
    }
  }

  @Test("Every class has pairs in ten languages at least")
  func languages() {
    for kind in MergePairs.kinds {
      let languages = Set(Self.pairs.filter { $0.kind == kind.name }.map(\.language))
      #expect(languages.count >= 10, "\(kind.name) has \(languages.count)")
    }
  }

  @Test("Every pair has an accepted text where a machine may merge, and answers where it must ask")
  func verdicts() {
    for pair in Self.pairs {
      let name = Comment(rawValue: "\(pair.kind), \(pair.language), \(pair.number)")
      #expect(pair.merged.isEmpty == (pair.verdict == .ask), name)
      guard pair.verdict != .merge else { continue }
      #expect(pair.mine.last != pair.theirs.last && pair.base.last != pair.mine.last, name)
      for answer in [MergePair.Answer.mine, .theirs, .base] {
        #expect(pair.answered[answer]?.isEmpty == false, name)
      }
      #expect(pair.answered[.mine] != pair.answered[.theirs], name)
      #expect(pair.answered[.mine] != pair.answered[.base], name)
    }
  }

  @Test("Nothing that is right holds a word that nobody wrote")
  func words() {
    for pair in Self.pairs {
      let name = Comment(rawValue: "\(pair.kind), \(pair.language), \(pair.number)")
      // The numbers of a list are new where two machines put something in.
      let merged = pair.kind.hasPrefix("numbered") ? [] : pair.merged
      let answers = [MergePair.Answer.mine, .theirs, .base].flatMap { pair.answered[$0] ?? [] }
      let texts = (merged + answers).joined(separator: "\n")
      #expect(pair.invented(in: texts).isEmpty, name)
    }
  }

  @Test("A text with an accepted reading is found right, and the text of one side alone is not")
  func judging() {
    for pair in Self.pairs where pair.verdict == .merge {
      for text in pair.merged {
        #expect(pair.findings(of: MergeOutcome(text: text)) == [.right])
      }
      guard let mine = pair.mine.last, !pair.merged.contains(mine) else { continue }
      #expect(pair.findings(of: MergeOutcome(text: mine)).contains(.wrong))
    }
  }
}
