extension Draft {
  /// The pair, once each machine may have done something `beside` it that concerns nobody.
  func pair(
    _ kind: String, _ language: Language, number: Int, beside: (mine: [Edit], theirs: [Edit])
  ) -> MergePair {
    let saves = (
      mine: minesEarlier.map { base.after($0 + beside.mine) }
        + steps(to: mine, beside: beside.mine),
      theirs: steps(to: theirs, beside: beside.theirs)
    )
    let both = beside.mine + beside.theirs
    let before = earlier + [base]
    return MergePair(
      kind: kind, language: language.name, number: number, base: before.map(\.text),
      mine: saves.mine.map(\.text), theirs: saves.theirs.map(\.text), verdict: verdict,
      merged: verdict == .ask ? [] : Set(accepted.map { base.after($0 + both).text }),
      answered: answered(beside: both, unspaced: language.isUnspaced),
      words: Set((before + saves.mine + saves.theirs).flatMap(\.words)), mixtures: mixtures,
      isUnspaced: language.isUnspaced)
  }

  /// What a machine saves: all at once, or what is beside by itself.
  private func steps(to edits: [Edit], beside: [Edit]) -> [Page] {
    let last = base.after(shared + edits + beside)
    return isInSteps && !beside.isEmpty ? [base.after(beside), last] : [last]
  }

  /// The merges that are accepted.
  private var accepted: [[Edit]] {
    let orders = [shared + mine + theirs, shared + theirs + mine]
    return alsoAccepted + (acceptsBothOrders ? orders : [])
  }

  /// What is right after each answer.
  private func answered(beside: [Edit], unspaced: Bool) -> [MergePair.Answer: Set<String>] {
    guard let place else { return [:] }
    let sides = [mine, theirs].map { base.after(shared + $0 + beside) }
    var answered: [MergePair.Answer: Set<String>] = [
      .mine: [sides[0].text], .theirs: [sides[1].text],
      .base: [base.after(shared + beside).text],
    ]
    var both = place.both(sides[0], sides[1], unspaced: unspaced)
    if case .added = place { both.formUnion(accepted.map { base.after($0 + beside).text }) }
    both.formUnion(alsoBoth.map { base.after($0 + beside).text })
    if !both.isEmpty { answered[.both] = both }
    return answered
  }
}
