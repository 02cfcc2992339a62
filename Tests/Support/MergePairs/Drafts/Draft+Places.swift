extension Draft {
  /// Whether nothing may happen elsewhere on the page.
  var standsAlone: Bool { base.paragraphs.count < 3 || !earlier.isEmpty || isWhole }

  /// The paragraphs that nobody changes.
  var untouched: [Page.Paragraph] {
    let versions = [base.after(shared + mine), base.after(shared + theirs)]
    return base.paragraphs.filter { paragraph in
      versions.allSatisfy { $0.paragraph(paragraph.id) == paragraph }
    }
  }
}
