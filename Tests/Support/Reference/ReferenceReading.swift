/// What a side makes of one place of the base's words, in pieces.
struct ReferenceReadEdit: Hashable {
  /// The pieces of the base's words that it takes out.
  var place: Range<Int>
  /// What it puts in.
  var text: [Unicode.Scalar]
}

extension ReferenceUnits {
  /// A text cut into its units and each other scalar.
  func pieces(of text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for unit in units(of: text) {
      found += (start..<unit.range.lowerBound).map { $0..<$0 + 1 } + [unit.range]
      start = unit.range.upperBound
    }
    return found + (start..<text.count).map { $0..<$0 + 1 }
  }

  /// What a side makes of the base's words, read from the two alone.
  func reading(of side: [Unicode.Scalar], against base: [Unicode.Scalar]) -> [ReferenceReadEdit] {
    let (old, new) = (pieces(of: base).map { base[$0] }, pieces(of: side).map { side[$0] })
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let (out, put) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
    if out.isEmpty, put.isEmpty { return [] }
    if out.count * put.count > 4_000_000 {
      return [
        ReferenceReadEdit(place: start..<start + out.count, text: put.flatMap { Array($0) })
      ]
    }
    var edits: [ReferenceReadEdit] = []
    var isOpen = false
    for step in steps(from: out, to: put) {
      if step.isKept {
        isOpen = false
        continue
      }
      if !isOpen {
        let place = start + step.old.lowerBound
        edits.append(ReferenceReadEdit(place: place..<place, text: []))
      }
      isOpen = true
      let last = edits.count - 1
      edits[last].place = edits[last].place.lowerBound..<start + step.old.upperBound
      edits[last].text += put[step.new].flatMap { Array($0) }
    }
    return joined(edits, of: old)
  }

  /// Pieces kept, taken out and put in, from the begin on, by the lengths of common subsequences.
  func steps(
    from old: [ArraySlice<Unicode.Scalar>], to new: [ArraySlice<Unicode.Scalar>]
  ) -> [(old: Range<Int>, new: Range<Int>, isKept: Bool)] {
    var length = [[Int]](
      repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        length[i][j] =
          old[i] == new[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
      }
    }
    var found: [(old: Range<Int>, new: Range<Int>, isKept: Bool)] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        found.append((i..<i + 1, j..<j + 1, true))
        (i, j) = (i + 1, j + 1)
      } else if i < old.count, j == new.count || length[i + 1][j] >= length[i][j + 1] {
        found.append((i..<i + 1, j..<j, false))
        i += 1
      } else {
        found.append((i..<i, j..<j + 1, false))
        j += 1
      }
    }
    return found
  }

  /// Edits of which each that is one with those before it is joined to them, from the begin on.
  private func joined(
    _ edits: [ReferenceReadEdit], of old: [ArraySlice<Unicode.Scalar>]
  ) -> [ReferenceReadEdit] {
    var found: [ReferenceReadEdit] = []
    for edit in edits {
      guard let last = found.last else {
        found = [edit]
        continue
      }
      let kept = old[last.place.upperBound..<edit.place.lowerBound].flatMap { Array($0) }
      let lengths = [last, edit].map { max($0.text.count, old[$0.place].joined().count) }
      if !kept.contains(where: { $0 == "\n" || endsSentence($0) }),
        !kept.contains(where: isOfWords) || lengths.allSatisfy({ kept.count < $0 })
      {
        found[found.count - 1] = ReferenceReadEdit(
          place: last.place.lowerBound..<edit.place.upperBound,
          text: last.text + kept + edit.text)
      } else {
        found.append(edit)
      }
    }
    return found
  }
}
