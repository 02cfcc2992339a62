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

  private(set) var base = Pieces([])
  private let following: [Unicode.Scalar]

  /// Weaves the words of sides in their order.
  ///
  /// - Parameters:
  ///   - base: the words before the sides were written.
  ///   - beside: the scalars of the text beside these words.
  ///   - following: the first scalars behind them, which tell where their last unit ends.
  init(
    _ sides: [Side], over base: [Unicode.Scalar], beside: TextWindow.Beside,
    following: [Unicode.Scalar]
  ) {
    self.following = following
    guard let numbering = Numbering([base] + sides.map(\.words)), sides.count > 1 else {
      weave(sides, over: Pieces(base, beside: beside, followedBy: following))
      return
    }
    let unnumbered = sides.map { Side(words: numbering.stripped($0.words), isAnswer: $0.isAnswer) }
    weave(
      unnumbered, over: Pieces(numbering.stripped(base), beside: beside, followedBy: following))
    text = numbering.numbered(text)
  }

  /// Weaves words in which numbers are words like others, and of which nothing more is known.
  init(words sides: [Side], over base: [Unicode.Scalar], beside: TextWindow.Beside) {
    following = []
    weave(sides, over: Pieces(base, beside: beside))
  }

  private mutating func weave(_ sides: [Side], over base: Pieces) {
    self.base = base
    let readings = sides.map { side in
      side.isAnswer ? nil : Reading(of: Pieces(side.words, followedBy: following), from: base)
    }
    let alike = Self.repeated(readings.flatMap { $0?.exchanges ?? [] })
    let made = zip(sides, readings).enumerated().flatMap { number, side in
      let whole = Reading.Edit(pieces: 0..<base.count, text: side.0.words)
      return (side.1?.edits(apart: alike) ?? [whole]).map {
        placed($0, of: number, isAnswer: side.0.isAnswer)
      }
    }
    let (edits, isOpen) = carried(made)
    self.isOpen = isOpen
    let clusters = WeaveClusters(edits, over: self.base)
    write(edits, clusters)
  }

  /// What is there more than once.
  private static func repeated(_ edits: [Reading.Edit]) -> Set<Reading.Edit> {
    var known: Set<Reading.Edit> = []
    return Set(edits.filter { !known.insert($0).inserted })
  }

  /// An edit of a side where it lies in the base's words.
  func placed(_ edit: Reading.Edit, of side: Int, isAnswer: Bool = false) -> SideEdit {
    let place = base.positions(of: edit.pieces)
    let isParagraph = edit.pieces.isEmpty && isParagraph(edit.text, at: place.lowerBound)
    return SideEdit(
      side: side, edit: edit,
      placed: PlacedEdit(
        place: place.lowerBound...place.upperBound,
        gaps: edit.text.isEmpty ? [] : [place.lowerBound], text: edit.text,
        isParagraph: isParagraph, in: base.window),
      isAnswer: isAnswer)
  }

  private func isParagraph(_ text: [Unicode.Scalar], at position: Int) -> Bool {
    let (before, behind) = (base.window[position - 1], base.window[position])
    return (before ?? "\n").isLineEnd && text.last == "\n"
      || (behind ?? "\n").isLineEnd && (text.first?.isLineEnd ?? false)
  }

  /// Writes the text from left to right: at each gap what is put in there, then the piece behind it.
  private mutating func write(_ edits: [SideEdit], _ clusters: WeaveClusters) {
    let loose = edits.indices.filter { clusters.isLoose($0) }
    var gone = Set<Int>()
    var put: [Int: LooseEdits] = [:]
    for edit in loose.map({ edits[$0] }) {
      gone.formUnion(edit.edit.pieces)
      put[edit.edit.pieces.lowerBound, default: LooseEdits()].add(edit)
    }
    var place = 0
    while place <= base.count {
      let here = put[place] ?? LooseEdits()
      let beginning = clusters.clusters.filter { $0.pieces.lowerBound == place }
      let position = base.positions(of: place..<place).lowerBound
      text += here.linesBefore
      text += here.inserted(between: base.window[position - 1], base.window[position])
      for cluster in beginning where cluster.pieces.isEmpty { write(cluster) }
      text += here.linesBehind
      for cluster in beginning where !cluster.pieces.isEmpty { write(cluster) }
      text += here.replacing
      let end = beginning.map(\.pieces.upperBound).max() ?? place
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
    guard cluster.isDeletion, !resolved.isOpen, resolved.text.allSatisfy(\.isWhite) else {
      return text += resolved.text
    }
    let white = cluster.whiteAtEnd(of: base)
    // What begins a line then begins it still.
    let next = base.window[base.positions(of: cluster.pieces).upperBound]
    let beginsLine = (text.last ?? base.window[-1] ?? "\n") == "\n"
    if beginsLine, !white.all.contains("\n"), !(next ?? "\n").isWhite { return }
    // Two neighbours that were taken out leave the white space that stood behind the last of them,
    // but not what of it somebody mended.
    while let last = text.last, last.isWhite { text.removeLast() }
    guard !text.isEmpty || base.window[-1] != nil else { return }
    text += white.kept.isEmpty ? white.all : white.kept
  }
}

/// What edits that meet no others put in at one gap, each once, in the order in which it stands there.
private struct LooseEdits {
  /// Paragraphs before a line.
  var linesBefore: [Unicode.Scalar] { before.flatMap(\.text) }
  /// Paragraphs behind a line.
  var linesBehind: [Unicode.Scalar] { behind.flatMap(\.text) }
  /// What stands instead of the pieces behind the gap.
  private(set) var replacing: [Unicode.Scalar] = []

  private var put: [[Unicode.Scalar]] = []
  private var before: [Blocks] = []
  private var behind: [Blocks] = []
  private var known: Set<[Unicode.Scalar]> = []
  private var knownToReplace: Set<[Unicode.Scalar]> = []

  mutating func add(_ edit: Weave.SideEdit) {
    guard edit.edit.pieces.isEmpty else {
      if knownToReplace.insert(edit.edit.text).inserted { replacing += edit.edit.text }
      return
    }
    guard known.insert(edit.edit.text).inserted else { return }
    if !edit.placed.isParagraph {
      put.append(edit.edit.text)
    } else if edit.edit.text.first?.isLineEnd ?? false {
      Self.add(Blocks(edit.edit.text), to: &behind)
    } else {
      Self.add(Blocks(edit.edit.text), to: &before)
    }
  }

  /// What belongs to a line; words stand beside those that they are written against, and white space
  /// beyond.
  func inserted(between left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> [Unicode.Scalar] {
    let white = put.filter { $0.allSatisfy(\.isWhite) }
    let words = put.filter { !$0.allSatisfy(\.isWhite) }
    return switch (left?.isOfWords ?? false, right?.isOfWords ?? false) {
    case (false, true): Array((white + words).joined())
    case (true, false): Array((words + white).joined())
    default: Array(put.joined())
    }
  }

  /// Adds paragraphs to the first ones that have any of them too, or behind all.
  private static func add(_ blocks: Blocks, to list: inout [Blocks]) {
    if let place = list.firstIndex(where: { !$0.inked.isDisjoint(with: blocks.inked) }) {
      list[place].merge(blocks)
    } else {
      list.append(blocks)
    }
  }
}
