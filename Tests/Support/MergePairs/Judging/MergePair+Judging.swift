extension MergePair {
  /// What there is to say of an outcome.
  package func findings(of outcome: MergeOutcome) -> Set<Judgement.Finding> {
    var findings: Set<Judgement.Finding> = [verdictFinding(of: outcome)]
    if outcome.differs { findings.insert(.differs) }
    if let text = outcome.text, !merged.contains(text) {
      let judge = WordJudge(self)
      let made = judge.invented(in: text)
      if !made.isEmpty {
        findings.insert(outcome.isAsked ? .inventedUnderReview : .inventedSilently)
      }
      if made.contains(where: judge.isInterleaved) { findings.insert(.interleaved) }
      if judge.isSomethingLost(from: text, besides: outcome.sides) { findings.insert(.lost) }
    }
    guard outcome.isAsked, !outcome.answers.isEmpty, verdict != .merge else { return findings }
    for (answer, right) in answered {
      let isRight = outcome.answers[answer].map(right.contains) ?? false
      findings.insert(answer.finding(isRight: isRight))
    }
    return findings
  }

  /// The words and values of a text that nobody wrote.
  package func invented(in text: String) -> [String] { WordJudge(self).invented(in: text) }

  private func verdictFinding(of outcome: MergeOutcome) -> Judgement.Finding {
    let isMerged = outcome.text.map(merged.contains) ?? false
    return switch (verdict, outcome.isAsked) {
    case (.merge, true): .needless
    case (.merge, false): isMerged ? .right : .wrong
    case (.ask, true): .asked
    case (.ask, false): .missed
    case (.either, true): .fine
    case (.either, false): isMerged ? .fine : .unfit
    }
  }
}

extension MergePair.Answer {
  fileprivate func finding(isRight: Bool) -> Judgement.Finding {
    switch self {
    case .mine: isRight ? .mine : .notMine
    case .theirs: isRight ? .theirs : .notTheirs
    case .base: isRight ? .base : .notBase
    case .both: isRight ? .both : .notBoth
    }
  }
}
