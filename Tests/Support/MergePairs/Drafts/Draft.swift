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
  /// What else is right where both sides are chosen, as edits of the base.
  var alsoBoth: [[Edit]] = []
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
