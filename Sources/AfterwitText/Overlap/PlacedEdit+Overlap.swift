extension PlacedEdit {
  /// Whether two edits of one text are about one thing.
  ///
  /// - Parameter text: the scalars of the text at some positions.
  func overlaps(_ other: PlacedEdit, in text: (Range<Int>) -> [Unicode.Scalar]) -> Bool {
    // Those that ask the text come last.
    isInside(other) || other.isInside(self) || reaches(other) || other.reaches(self)
      || sharesWords(with: other, in: text) || sharesGap(with: other, in: text)
      || meets(other, in: text) || other.meets(self, in: text)
  }

  /// Whether both are about one scalar that is not white; white space that both take out counts.
  private func sharesWords(
    with other: PlacedEdit, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> Bool {
    let start = max(place.lowerBound, other.place.lowerBound)
    let end = min(place.upperBound, other.place.upperBound)
    guard start < end else { return false }
    return isDeletion && other.isDeletion || text(start..<end).contains { !$0.isWhite }
  }

  /// Whether it puts something in, inside another's place, with none of its ends in common.
  private func isInside(_ other: PlacedEdit) -> Bool {
    words.hasInk && other.place.lowerBound < place.lowerBound
      && place.upperBound < other.place.upperBound
  }

  /// Whether the place of one is empty and an end of the other's.
  func endsAt(_ other: PlacedEdit) -> Bool {
    place.isSingle && [other.place.lowerBound, other.place.upperBound].contains(place.lowerBound)
      || other.place.isSingle
        && [place.lowerBound, place.upperBound].contains(other.place.lowerBound)
  }

  /// Whether both put something in at one gap, so that their order is not given by their places.
  func sharesGap(with other: PlacedEdit) -> Bool {
    gaps.contains(where: other.gaps.contains)
  }

  /// Whether both only put something in, at one gap, or words with only spaces between.
  private func sharesGap(
    with other: PlacedEdit, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> Bool {
    guard place.isSingle, other.place.isSingle else { return false }
    if words.hasInk, other.words.hasInk, sharesGap(with: other) { return true }
    guard words.hasWords, other.words.hasWords else { return false }
    return gaps.contains { gap in
      other.gaps.contains {
        gap == $0 || text(min(gap, $0)..<max(gap, $0)).allSatisfy(\.isSpace)
      }
    }
  }

  /// Whether a unit that another touches is one that it touches, or a neighbour of one.
  private func reaches(_ other: PlacedEdit) -> Bool {
    guard let reach, let touched = other.touched else { return false }
    return reach.overlaps(touched)
  }

  /// Whether, where it ends and another begins, two scalars meet that nothing keeps apart any more.
  private func meets(
    _ other: PlacedEdit, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> Bool {
    guard place.upperBound == other.place.lowerBound, !(place.isSingle && other.place.isSingle),
      let left = words.ends?.last ?? edges.before,
      let right = other.words.ends?.first ?? other.edges.behind, !left.isWhite, !right.isWhite
    else { return false }
    // What is beside them in a text in which only one of the two edits was made.
    let behindLeft = edges.behind
    let beforeRight = other.edges.before
    let isParted =
      !other.place.isSingle && behindLeft.map(\.isWhite) ?? false
      || !place.isSingle && beforeRight.map(\.isWhite) ?? false
    let joinsWords =
      left.isOfWords && right.isOfWords && !(behindLeft.map(\.isOfWords) ?? false)
      && !(beforeRight.map(\.isOfWords) ?? false)
    guard isParted || joinsWords else { return false }
    let mayTouch = left.leavesNoSpaces || right.leavesNoSpaces
    return !(mayTouch && (mends(beside: other, in: text) || other.mends(beside: self, in: text)))
  }

  /// Whether all that it does is to take out white space, and another edit has nothing to do with any:
  /// it belongs to what stands directly beside it.
  private func mends(
    beside other: PlacedEdit, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> Bool {
    let beside = [other.edges.before ?? "\n", other.edges.behind ?? "\n"]
    return isDeletion && !place.isSingle && !other.words.hasWhite
      && (!other.place.isSingle || !beside.allSatisfy(\.isWhite))
      && text(place.lowerBound..<place.upperBound).allSatisfy(\.isWhite)
      && !text(other.place.lowerBound..<other.place.upperBound).contains(where: \.isWhite)
  }
}

extension Unicode.Scalar {
  /// Whether words of a script that leaves no spaces are written directly beside it.
  fileprivate var leavesNoSpaces: Bool {
    switch ScalarClass(self) {
    case .alone, .syllable: true
    default: isWideSign
    }
  }
}
