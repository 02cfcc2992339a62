/// A pair as it is thought of: a page, what each machine does to it, and what a person expects.
struct Draft {
  /// What a question is about, and so how two answers of it are put together.
  enum Place {
    /// A sentence in which both changed words: the two sentences, or one with the words of both.
    case words(Page.Sentence)
    /// A sentence that both wrote anew: both, one behind the other.
    case sentence(Page.Sentence)
    /// Something that one took out, and the other changed: what is kept.
    case kept(by: Keeper)
    /// Something that both put in: both, one behind the other.
    case added
    /// Several things at once; it is not judged what becomes of both.
    case several
  }

  /// Who kept what the other took out.
  enum Keeper {
    case mine, theirs
  }

  /// What was saved before the base.
  var earlier: [Page] = []
  /// What both saw.
  var base: Page
  /// What both did alike.
  var shared: [Edit] = []
  /// What the first machine did.
  var mine: [Edit] = []
  /// What the second machine did.
  var theirs: [Edit] = []
  /// What the first machine saved before it saved that: its edits of the base, each time.
  var minesEarlier: [[Edit]] = []
  /// The verdict.
  var verdict = MergePair.Verdict.merge
  /// What a question is about, where one may be asked.
  var place: Place?
  /// The merges that are accepted, as edits of the base, beside both orders of what both did.
  var alsoAccepted: [[Edit]] = []
  /// Whether both orders of what both did are accepted.
  var acceptsBothOrders = true
  /// Values that nobody wrote.
  var mixtures: [String] = []
  /// Whether nothing may happen elsewhere, for everything is concerned.
  var isWhole = false
  /// Whether a machine saves what it does elsewhere by itself, first.
  var isInSteps = false

  /// What each did to a page.
  init(_ base: Page, mine: [Edit], theirs: [Edit]) {
    self.base = base
    (self.mine, self.theirs) = (mine, theirs)
  }

  /// What both did alike to a page, and then what each did.
  init(_ base: Page, shared: [Edit], mine: [Edit] = [], theirs: [Edit] = []) {
    self.base = base
    (self.shared, self.mine, self.theirs) = (shared, mine, theirs)
  }
}

extension Draft {
  /// The pair, once each machine may have done something `beside` it that concerns nobody.
  func pair(
    _ kind: String, _ language: Language, number: Int, beside: (mine: [Edit], theirs: [Edit])
  ) -> MergePair {
    let mineSaves =
      minesEarlier.map { base.after($0 + beside.mine) } + steps(to: mine, beside: beside.mine)
    let theirsSaves = steps(to: theirs, beside: beside.theirs)
    let both = beside.mine + beside.theirs
    var accepted = alsoAccepted
    if acceptsBothOrders { accepted += [shared + mine + theirs, shared + theirs + mine] }
    var pair = MergePair(
      kind: kind, language: language.name, number: number,
      base: (earlier + [base]).map(\.text), mine: mineSaves.map(\.text),
      theirs: theirsSaves.map(\.text), verdict: verdict)
    if verdict != .ask { pair.merged = Set(accepted.map { base.after($0 + both).text }) }
    if let place {
      let sides = (
        mine: base.after(shared + mine + both), theirs: base.after(shared + theirs + both)
      )
      pair.answered = [
        .mine: [sides.mine.text], .theirs: [sides.theirs.text],
        .base: [base.after(shared + both).text],
      ]
      let joined = place.both(sides.mine, sides.theirs, unspaced: language.isUnspaced).union(
        place.isMerged ? accepted.map { base.after($0 + both).text } : [])
      if !joined.isEmpty { pair.answered[.both] = joined }
    }
    pair.words = Set((earlier + [base] + mineSaves + theirsSaves).flatMap(\.words))
    pair.mixtures = mixtures
    pair.isUnspaced = language.isUnspaced
    return pair
  }
}

extension Draft {
  /// What a machine saves: all at once, or what is beside by itself.
  private func steps(to edits: [Edit], beside: [Edit]) -> [Page] {
    let last = base.after(shared + edits + beside)
    return isInSteps && !beside.isEmpty ? [base.after(beside), last] : [last]
  }
}

extension Draft.Place {
  /// Whether both answers are what a merge gives.
  fileprivate var isMerged: Bool { if case .added = self { true } else { false } }
}

extension Draft {
  /// The same, or the two machines in each other's place.
  func tossed(_ writer: inout Writer) -> Draft {
    guard writer.chance(oneIn: 2) else { return self }
    var draft = self
    (draft.mine, draft.theirs) = (theirs, mine)
    if case .kept(let keeper) = place { draft.place = .kept(by: keeper == .mine ? .theirs : .mine) }
    return draft
  }
}
