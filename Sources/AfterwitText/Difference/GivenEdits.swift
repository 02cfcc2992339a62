// A person edits what stands; operations count in the text that the changes give. Outside the places
// where changes met the two differ by an offset. Such a place is written anew as a whole, so that an
// edit rests on nothing that another device may take away (Protocol/4-documents, "Edits").

/// Edits of a shown text, as operations on the text that the changes give.
struct GivenEdits {
  /// The operations, one after another.
  private(set) var operations: [TextOperation] = []

  private let scalars: [Unicode.Scalar]
  private let shown: ShownText
  private var made: [(given: Range<Int>, growth: Int)] = []

  /// Places edits, which ascend and are apart.
  init(_ edits: [ScalarEdit], of shown: ShownText) {
    self.shown = shown
    scalars = Array(shown.text.unicodeScalars)
    var left = edits
    var written: [ScalarEdit] = []
    var answers: [(hunks: [HunkID], edit: ScalarEdit)] = []
    for place in shown.places {
      let isAnswered = shown.answers.contains(place.hunks)
      var range = place.shown
      var inside: [ScalarEdit] = []
      while let next = left.firstIndex(where: { $0.old.changes(range, withEnds: isAnswered) }) {
        let edit = left.remove(at: next)
        inside.append(edit)
        range =
          min(range.lowerBound, edit.old.lowerBound)..<max(range.upperBound, edit.old.upperBound)
      }
      guard isAnswered || !inside.isEmpty else { continue }
      let edit = ScalarEdit(old: range, text: text(of: range, after: inside))
      if isAnswered {
        answers.append((place.hunks, edit))
      } else if let last = written.last, last.old.upperBound > range.lowerBound {
        // The edit before reaches into this place: both are written anew together.
        written[written.count - 1] = ScalarEdit(
          old: last.old.lowerBound..<max(last.old.upperBound, range.upperBound),
          text: last.text + text(of: last.old.upperBound..<range.upperBound, after: inside))
      } else {
        written.append(edit)
      }
    }
    for edit in (left + written).sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) {
      make(edit)
    }
    for answer in answers {
      operations.append(.answer(answer.hunks))
      make(answer.edit)
    }
  }

  /// What some edits make of a range that covers them.
  private func text(of range: Range<Int>, after edits: [ScalarEdit]) -> String {
    var view = String.UnicodeScalarView()
    var place = range.lowerBound
    for edit in edits.sorted(by: { $0.old.lowerBound < $1.old.lowerBound }) {
      view.append(contentsOf: scalars[place..<max(place, edit.old.lowerBound)])
      view.append(contentsOf: edit.text.unicodeScalars)
      place = max(place, edit.old.upperBound)
    }
    view.append(contentsOf: scalars[place..<max(place, range.upperBound)])
    return String(view)
  }

  /// One deletion and one insertion.
  private mutating func make(_ edit: ScalarEdit) {
    let given = given(edit.old.lowerBound, isEnd: edit.old.isEmpty)
    let range = given..<max(given, self.given(edit.old.upperBound, isEnd: true))
    let shift = made.filter { $0.given.lowerBound < range.lowerBound }.reduce(0) { $0 + $1.growth }
    let position = range.lowerBound + shift
    if !range.isEmpty { operations.append(.delete(position: position, count: range.count)) }
    if !edit.text.isEmpty { operations.append(.insert(position: position, text: edit.text)) }
    made.append((range, edit.text.unicodeScalars.count - range.count))
  }

  /// The position in the given text of one in the shown text that is in no place.
  ///
  /// - Parameter isEnd: whether what ends there is meant, and not what begins.
  private func given(_ position: Int, isEnd: Bool) -> Int {
    var offset = 0
    for place in shown.places {
      let isBehind =
        isEnd ? place.shown.upperBound <= position : place.shown.lowerBound < position
      guard isBehind else { break }
      offset = place.given.upperBound - place.shown.upperBound
    }
    return position + offset
  }
}

extension Range<Int> {
  /// Whether an edit of this range changes something in a place; with its ends, if these count.
  fileprivate func changes(_ place: Range<Int>, withEnds: Bool) -> Bool {
    if withEnds { return lowerBound <= place.upperBound && upperBound >= place.lowerBound }
    return isEmpty
      ? place.lowerBound < lowerBound && lowerBound < place.upperBound
      : Swift.max(lowerBound, place.lowerBound) < Swift.min(upperBound, place.upperBound)
  }
}
