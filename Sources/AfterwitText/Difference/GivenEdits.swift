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
    let stretches = Self.stretches(of: edits, in: shown)
    for stretch in stretches where stretch.answers.isEmpty { make(edit(of: stretch)) }
    for stretch in stretches where !stretch.answers.isEmpty {
      for hunks in stretch.answers { operations.append(.answer(hunks)) }
      make(edit(of: stretch))
    }
  }

  /// Places and edits that are written as one.
  private struct Stretch {
    var range: Range<Int>
    var edits: [ScalarEdit]
    /// The hunks of the places in it that are decided.
    var answers: [[HunkID]] = []
    /// Whether there is no place in it.
    var isEdit = false

    /// Whether what comes next is written with it: where both are about some scalar or the one lies
    /// inside the other, or an edit has an end in common with a place that is decided.
    func goesOn(to next: Stretch) -> Bool {
      if range.alters(next.range) || next.range.alters(range) { return true }
      let isDecision = next.answers.isEmpty != answers.isEmpty
      let isEdit = (answers.isEmpty ? self : next).isEdit
      return isDecision && isEdit && next.range.lowerBound <= range.upperBound
    }
  }

  /// The edits, and the places that they alter or decide, each written whole.
  private static func stretches(of edits: [ScalarEdit], in shown: ShownText) -> [Stretch] {
    var all = edits.map { Stretch(range: $0.old, edits: [$0], isEdit: true) }
    for place in shown.places {
      let isAltered = edits.contains { $0.old.alters(place.shown) }
      // Where the changes give nothing, only a decision tells that what stands was altered.
      let isAnswered =
        shown.answers.contains(place.hunks) || isAltered && place.given.isEmpty
      guard isAnswered || isAltered else { continue }
      all.append(
        Stretch(range: place.shown, edits: [], answers: isAnswered ? [place.hunks] : []))
    }
    all.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var joined: [Stretch] = []
    for next in all {
      if let last = joined.last, last.goesOn(to: next) {
        joined[joined.count - 1] = Stretch(
          range: last.range.lowerBound..<max(last.range.upperBound, next.range.upperBound),
          edits: last.edits + next.edits, answers: last.answers + next.answers,
          isEdit: last.isEdit && next.isEdit)
      } else {
        joined.append(next)
      }
    }
    return joined
  }

  private func edit(of stretch: Stretch) -> ScalarEdit {
    ScalarEdit(old: stretch.range, text: text(of: stretch.range, after: stretch.edits))
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
  /// Whether an edit of this range changes something in a place.
  fileprivate func alters(_ place: Range<Int>) -> Bool {
    isEmpty
      ? place.lowerBound < lowerBound && lowerBound < place.upperBound
      : Swift.max(lowerBound, place.lowerBound) < Swift.min(upperBound, place.upperBound)
  }
}
