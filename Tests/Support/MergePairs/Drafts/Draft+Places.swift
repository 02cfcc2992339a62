extension Draft {
  /// Whether nothing may happen elsewhere on the page.
  var standsAlone: Bool { base.paragraphs.count < 3 || !earlier.isEmpty || isWhole }

  /// Whether no two sentences, whoever wrote them, differ only in words that may stand for each other.
  var isDistinct: Bool {
    var owners: [[String]: Int] = [:]
    let pages = [base, base.after(shared + mine), base.after(shared + theirs)]
    return (pages + minesEarlier.map { base.after($0) }).flatMap(\.sentences).allSatisfy {
      sentence in
      let pattern = sentence.words.map { $0.hasOthers ? "" : $0.text }
      return owners.updateValue(sentence.id, forKey: pattern).map { $0 == sentence.id } ?? true
    }
  }

  /// The paragraphs that nobody changes.
  var untouched: [Page.Paragraph] {
    let versions = [base.after(shared + mine), base.after(shared + theirs)]
    return base.paragraphs.filter { paragraph in
      versions.allSatisfy { $0.paragraph(paragraph.id) == paragraph }
    }
  }
}
