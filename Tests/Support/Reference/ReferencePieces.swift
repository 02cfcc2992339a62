/// A text cut into its units and each other scalar, and how these belong together.
struct ReferencePieces {
  let scalars: [Unicode.Scalar]
  let ranges: [Range<Int>]
  /// The script of each that is a unit; empty for another scalar.
  let scripts: [String]
  /// What stands behind the text.
  private let behind: Unicode.Scalar?
  private let table: ReferenceUnits

  /// Cuts a text, with what follows it in order to tell where its last unit ends.
  init(
    _ scalars: [Unicode.Scalar], behind: Unicode.Scalar? = nil,
    followedBy following: [Unicode.Scalar] = [], table: ReferenceUnits
  ) {
    (self.scalars, self.behind, self.table) = (scalars, behind, table)
    ranges = table.pieces(of: scalars, followedBy: following)
    let units = table.units(of: scalars + following)
    scripts = ranges.map { range in
      units.first { $0.range.clamped(to: scalars.indices) == range }?.script ?? ""
    }
  }

  var count: Int { ranges.count }

  subscript(piece: Int) -> ArraySlice<Unicode.Scalar> { scalars[ranges[piece]] }

  /// The scalars of some pieces.
  subscript(pieces: Range<Int>) -> [Unicode.Scalar] { ranges[pieces].flatMap { scalars[$0] } }

  /// The place of a gap in scalars.
  func place(_ gap: Int) -> Int { gap < count ? ranges[gap].lowerBound : scalars.count }

  func isWhite(_ piece: Int) -> Bool { self[piece].allSatisfy(table.isWhite) }

  /// Whether a piece is a unit of a script that leaves no spaces.
  func isUnspaced(_ piece: Int) -> Bool {
    ranges.indices.contains(piece) && ["alone", "syllable"].contains(scripts[piece])
  }

  /// Whether a piece is a sign that ends a sentence.
  func endsSentence(_ piece: Int) -> Bool {
    scripts[piece].isEmpty && self[piece].allSatisfy(table.endsSentence)
  }

  /// Whether a piece is glued to the one before it.
  func isGlued(_ piece: Int) -> Bool {
    guard (1..<max(count, 1)).contains(piece), !isUnspaced(piece - 1),
      let last = self[piece - 1].last, !["", "space"].contains(table.name(last))
    else { return false }
    if scripts[piece] == "spaced" { return true }
    let end = ranges[piece].upperBound
    let next = end < scalars.count ? scalars[end] : behind
    return ["link", "sign"].contains(table.name(scalars[end - 1]))
      && next.map { !table.isWhite($0) } ?? false
  }

  /// The sentences, as ranges of pieces.
  var sentences: [Range<Int>] {
    table.sentences(of: scalars).map { sentence in
      let inside = ranges.indices.filter { ranges[$0].overlaps(sentence) }
      return (inside.first ?? 0)..<(inside.last ?? -1) + 1
    }
  }
}
