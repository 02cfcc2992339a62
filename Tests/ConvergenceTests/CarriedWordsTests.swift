import AfterwitReference
import AfterwitText
import Testing

// Two devices save over one text; one of them carried words to another place, or put in lines beside
// a line that it edited. The cases are judged by the definition, which others compare with the engine.
@Suite("Words carried elsewhere, and lines beside edited ones")
struct CarriedWordsTests {
  private static let page = """
    One cat sat on the old mat. It was late then.
    Two dogs ran to the far end of the park.
    Nobody said a word about the offer.

    """

  private func merged(_ base: String, _ saves: String...) throws -> ReferenceReviews {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], base)
    for (place, text) in saves.enumerated() {
      try scene.save(by: UInt8(place + 1), after: [0], text)
    }
    let reviews = scene.reviews()
    #expect(try scene.shown(at: Array(1...saves.count)).text == reviews.shownText)
    return reviews
  }

  private func moved(_ page: String, _ first: String = "One") -> String {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return ([lines[1], lines[2], lines[0]] + lines[3...]).joined(separator: "\n")
  }

  @Test("an edit of a carried paragraph is made where it went")
  func edited() throws {
    let edited = Self.page.replacing("cat", with: "fox")
    let reviews = try merged(Self.page, moved(Self.page), edited)
    #expect(reviews.parts.allSatisfy { !$0.isOpen })
    #expect(reviews.shownText == moved(edited))
  }

  @Test("a sentence that is taken out of a carried paragraph is gone where it went")
  func takenOut() throws {
    let shorter = Self.page.replacing(" It was late then.", with: "")
    let reviews = try merged(Self.page, moved(Self.page), shorter)
    #expect(reviews.parts.allSatisfy { !$0.isOpen } && reviews.shownText == moved(shorter))
  }

  @Test("a paragraph carried and changed by both is asked about once, each answer whole")
  func changedByBoth() throws {
    let mine = moved(Self.page.replacing("cat", with: "hen"))
    let theirs = Self.page.replacing("cat", with: "fox")
    let reviews = try merged(Self.page, mine, theirs)
    let open = reviews.parts.filter { $0.isOpen }
    #expect(open.count == 1)
    #expect(open.first?.sideTexts == [mine, theirs] && open.first?.baseText == Self.page)
    #expect(reviews.shownText == moved(Self.page.replacing("cat", with: "hen fox")))
  }

  @Test("the last line, without a line feed, is carried like any other")
  func lastLine() throws {
    let base = "One cat sat on the old mat.\nTwo dogs ran to the far end."
    let other = "Two dogs ran to the far end.\nOne cat sat on the old mat."
    let reviews = try merged(base, other, base.replacing("dogs", with: "hens"))
    #expect(reviews.parts.allSatisfy { !$0.isOpen })
    #expect(reviews.shownText == other.replacing("dogs", with: "hens"))
  }

  @Test(
    "a paragraph put in by both stands once, whatever one of them edited beside it",
    arguments: ["\n", "\r\n"])
  func besideEdits(end: String) throws {
    let lines = ["One cat sat on the mat.", "Two dogs ran to the park."]
    let added = "Nobody asked where the two had been."
    let page = { (lines: [String]) in lines.map { $0 + end }.joined() }
    let edited = "One hen sat on the mat."
    for place in 0...2 {
      var (plain, changed) = (lines, [edited, lines[1]])
      plain.insert(added, at: place)
      changed.insert(added, at: place)
      let reviews = try merged(page(lines), page(plain), page(changed))
      #expect(reviews.parts.allSatisfy { !$0.isOpen }, "\(place)")
      var shown = reviews.shownText
      if let same = reviews.twins.first, reviews.shownText != page(changed) {
        // Copies of twins go with the next clean-up.
        #expect(reviews.hunk(same.first)?.text == reviews.hunk(same.second)?.text)
        if let range = shown.ranges(of: added + end).dropFirst().first {
          shown.removeSubrange(range)
        }
      }
      #expect(shown == page(changed), "\(place)")
    }
  }

  @Test("a paragraph taken out by both is gone, though one edited the line behind it")
  func takenOutBeside() throws {
    let without = Self.page.replacing("Two dogs ran to the far end of the park.\n", with: "")
    let edited = without.replacing("Nobody", with: "Clara")
    let reviews = try merged(Self.page, without, edited)
    #expect(reviews.parts.allSatisfy { !$0.isOpen } && reviews.shownText == edited)
  }

  @Test("a word that was changed and put back weighs nothing against a change by another")
  func putBack() throws {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "I was calm then.")
    try scene.save(by: 1, after: [0], "I was glad then.")
    try scene.save(by: 1, after: [1], "I was calm then.")
    try scene.save(by: 2, after: [0], "I was sad then.")
    let reviews = scene.reviews()
    #expect(reviews.parts.allSatisfy { !$0.isOpen } && reviews.shownText == "I was sad then.")
  }
}
