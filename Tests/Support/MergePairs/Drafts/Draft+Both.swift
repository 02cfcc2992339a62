// A person who answers "both" wants the words of both and none twice that nobody touched. Where a
// word or two differ, the words may stand side by side in one sentence; a whole sentence beside the
// other is always fine, and where sentences were written anew it is the only thing that reads well.

extension Draft.Place {
  /// The texts that are right where both sides are chosen, of the pages with one side each.
  func both(_ mine: Page, _ theirs: Page, unspaced: Bool) -> Set<String> {
    switch self {
    case .added, .several: []
    case .kept(let keeper): [keeper == .mine ? mine.text : theirs.text]
    case .sentence(let sentence): Self.sideBySide(sentence.id, mine, theirs)
    case .words(let sentence):
      Self.sideBySide(sentence.id, mine, theirs).union(
        Self.woven(sentence.id, mine, theirs, unspaced: unspaced))
    }
  }

  /// Both sentences, in either order; in a list also each as an item.
  private static func sideBySide(_ id: Int, _ mine: Page, _ theirs: Page) -> Set<String> {
    guard let first = mine.sentence(id), let second = theirs.sentence(id),
      let home = mine.home(ofSentence: id), let paragraph = mine.paragraph(home)
    else { return [] }
    var texts: Set<String> = []
    for pair in [[first, second], [second, first]] {
      var page = mine
      page.replace(sentence: id, by: pair)
      texts.insert(page.text)
      guard paragraph.sentences.count == 1, paragraph.marker != .signs("") else { continue }
      page = mine
      page.replace(
        paragraph: home,
        by: pair.map {
          Page.Paragraph(id: home, marker: paragraph.marker, sentences: [$0])
        })
      texts.insert(page.text)
    }
    return texts
  }

  /// One sentence, in which what differs stands once of each side, in either order.
  private static func woven(
    _ id: Int, _ mine: Page, _ theirs: Page, unspaced: Bool
  ) -> Set<String> {
    guard let first = mine.sentence(id), let second = theirs.sentence(id), first.end == second.end
    else { return [] }
    var texts: Set<String> = []
    for pieces in [{ [$0] }, Self.pieces] as [(Page.Word) -> [Page.Word]] {
      let (one, other) = (first.words.flatMap(pieces), second.words.flatMap(pieces))
      let start = zip(one, other).prefix { $0.isAlike($1) }.count
      let rest = zip(one[start...].reversed(), other[start...].reversed())
      let end = rest.prefix { $0.isAlike($1) }.count
      let (left, right) = (one[start..<(one.count - end)], other[start..<(other.count - end)])
      for (before, behind) in [(left, right), (right, left)] {
        for middle in joined(Array(before), Array(behind), unspaced: unspaced) {
          var sentence = first
          sentence.words = one[..<start] + middle + one[(one.count - end)...]
          var page = mine
          page.replace(sentence: id, by: [sentence])
          texts.insert(page.text)
        }
      }
    }
    return texts
  }

  /// Words of both, one behind the other; a comma or quotation marks that both have may also stand
  /// around both alone.
  private static func joined(
    _ before: [Page.Word], _ behind: [Page.Word], unspaced: Bool
  ) -> [[Page.Word]] {
    guard let last = before.last, let next = behind.first else { return [before + behind] }
    var (left, right) = (before, behind)
    var wholes: [[Page.Word]] = []
    if unspaced {
      // Thai has spaces between phrases, so two words for one thing may have one between.
      if last.isThai, last.gap == nil {
        left[left.count - 1].gap = " "
        wholes.append(left + right)
      }
      left[left.count - 1].gap = last.gap ?? (last.needsSpace(before: next) ? " " : nil)
    }
    wholes.append(left + right)
    if last.closing == behind[behind.count - 1].closing { left[left.count - 1].closing = "" }
    if next.opening == before[0].opening { right[0].opening = "" }
    return wholes + [left + right]
  }

  /// The words of a value of several words.
  private static func pieces(_ word: Page.Word) -> [Page.Word] {
    let texts = word.text.split(separator: " ").map(String.init)
    return texts.enumerated().map { place, text in
      var piece = word
      piece.text = text
      if place > 0 { piece.opening = "" }
      if place < texts.count - 1 { (piece.closing, piece.gap) = ("", " ") }
      return piece
    }
  }
}

extension Page.Word {
  /// Whether it reads the same; its number does not matter.
  fileprivate func isAlike(_ other: Page.Word) -> Bool {
    (text, opening, closing) == (other.text, other.opening, other.closing)
  }

  /// Whether it ends in a letter of Thai.
  fileprivate var isThai: Bool {
    text.unicodeScalars.last.map { (0xe00...0xe7f).contains($0.value) } ?? false
  }

  /// Whether the two would read as one word or number without a space.
  fileprivate func needsSpace(before other: Page.Word) -> Bool {
    guard closing.isEmpty, other.opening.isEmpty, let last = text.last, let next = other.text.first
    else { return false }
    return ![last, next].contains { $0.isLetter && !$0.isASCII }
  }
}
