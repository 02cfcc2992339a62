// What the sides of a part make of its words, woven into one text: what only one of them changed is
// taken from that one, and where several changed the same thing differently, their words stand side
// by side. So whatever stands was written by one of them (Protocol/4-documents, "The weave").

/// The words of several sides as one text.
struct Weave: Sendable {
  /// What one side makes of the words.
  struct Side: Sendable {
    /// Its words.
    var words: [Unicode.Scalar]
    /// Whether a person decided for them, so that they are about all words of the base.
    var isAnswer: Bool
  }

  /// A replacement that a side makes.
  struct SideEdit: Sendable {
    var side: Int
    var edit: Reading.Edit
    var placed: PlacedEdit
    var isAnswer: Bool

    var isDeletion: Bool { edit.text.isEmpty && !isAnswer }
  }

  /// The text.
  private(set) var text: [Unicode.Scalar] = []
  /// Whether sides changed the same thing differently, so that a person has to be asked.
  private(set) var isOpen = false

  let base: Pieces

  /// Weaves the words of sides in their order.
  ///
  /// - Parameters:
  ///   - base: the words before the sides were written.
  ///   - beside: the scalars of the text beside these words.
  init(_ sides: [Side], over base: [Unicode.Scalar], beside: TextWindow.Beside) {
    self.base = Pieces(base, beside: beside)
    let edits = sides.enumerated().flatMap { number, side in self.edits(of: side, number: number) }
    let clusters = WeaveClusters(edits, over: self.base)
    write(edits, clusters)
  }

  private func edits(of side: Side, number: Int) -> [SideEdit] {
    let whole = Reading.Edit(pieces: 0..<base.count, text: side.words)
    let edits = side.isAnswer ? [whole] : Reading(of: Pieces(side.words), from: base).edits
    return edits.map { edit in
      let place = base.positions(of: edit.pieces)
      let isParagraph = edit.pieces.isEmpty && isParagraph(edit.text, at: place.lowerBound)
      return SideEdit(
        side: number, edit: edit,
        placed: PlacedEdit(
          place: place.lowerBound...place.upperBound,
          gaps: edit.text.isEmpty ? [] : [place.lowerBound], text: edit.text,
          isParagraph: isParagraph, in: base.window),
        isAnswer: side.isAnswer)
    }
  }

  private func isParagraph(_ text: [Unicode.Scalar], at position: Int) -> Bool {
    let (before, behind) = (base.window[position - 1], base.window[position])
    return (before ?? "\n") == "\n" && text.last == "\n"
      || (behind ?? "\n") == "\n" && text.first == "\n"
  }

  /// Writes the text from left to right: at each gap what is put in there, then the piece behind it.
  private mutating func write(_ edits: [SideEdit], _ clusters: WeaveClusters) {
    let loose = edits.indices.filter { clusters.isLoose($0) }
    var gone = Set<Int>()
    var put: [Int: [SideEdit]] = [:]
    for edit in loose.map({ edits[$0] }) {
      gone.formUnion(edit.edit.pieces)
      let isKnown = put[edit.edit.pieces.lowerBound]?.contains { $0.edit.text == edit.edit.text }
      if !edit.edit.text.isEmpty, isKnown != true {
        put[edit.edit.pieces.lowerBound, default: []].append(edit)
      }
    }
    var place = 0
    while place <= base.count {
      let here = put[place] ?? []
      for order in 0...1 {
        for edit in here where edit.lineOrder == order { text += edit.edit.text }
      }
      let beginning = clusters.clusters.filter { $0.pieces.lowerBound == place }
      for cluster in beginning { write(cluster) }
      for edit in here where edit.lineOrder == 2 { text += edit.edit.text }
      let end = beginning.last?.pieces.upperBound ?? place
      if end > place {
        place = end
      } else {
        if place < base.count, !gone.contains(place) { text += base[place] }
        place += 1
      }
    }
  }

  private mutating func write(_ cluster: WeaveCluster) {
    let resolved = cluster.resolved(over: base)
    isOpen = isOpen || resolved.isOpen
    guard resolved.text.isEmpty, cluster.isDeletion else { return text += resolved.text }
    // Two neighbours that were taken out leave the white space of one.
    let behind = cluster.pieces.upperBound
    let isBeforeWhite = behind == base.count || base[behind].first.map(\.isWhite) ?? true
    if isBeforeWhite, let last = text.last, last.isSpace { text.removeLast() }
  }
}

extension Weave.SideEdit {
  /// The order at one gap: whole lines before a line, what belongs to a line, lines behind it.
  fileprivate var lineOrder: Int {
    guard placed.isParagraph else { return 1 }
    return edit.text.first == "\n" ? 2 : 0
  }
}
