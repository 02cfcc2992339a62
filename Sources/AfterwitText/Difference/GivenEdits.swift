// A person edits what stands; operations count in the text that the changes give. Outside the places
// where changes met the two differ by an offset. Such a place is written anew as a whole, so that an
// edit rests on nothing that another device may take away (Protocol/4-documents, "Edits").
//
// An edit that reaches from one place into another is cut where that one begins: what it puts in
// stands in the first part. So each place is written anew by edits of its own, and each answer
// takes out all of its own place.

/// Edits of a shown text, as operations on the text that the changes give.
struct GivenEdits {
  /// The operations, one after another.
  private(set) var operations: [TextOperation] = []

  /// A replacement in both texts, and the part that it decides.
  private struct Edit {
    var shown: Range<Int>
    var given: Range<Int>
    var text: String
    var answer: [HunkID]?

    /// By how many scalars the text becomes longer.
    var growth: Int { text.unicodeScalars.count - given.count }

    /// Which comes first in the text; at one gap of the given text the shown one tells.
    static func isBefore(_ one: Edit, _ other: Edit) -> Bool {
      let (left, right) = (one.given, other.given)
      if left != right {
        return (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
      }
      return (one.shown.lowerBound, one.shown.upperBound)
        < (other.shown.lowerBound, other.shown.upperBound)
    }
  }

  /// Places edits, which ascend and are apart.
  init(_ edits: [ScalarEdit], of shown: ShownText) {
    let scalars = Array(shown.text.unicodeScalars)
    var beside = edits.flatMap { Self.cut($0, where: shown.places) }
    var found: [Edit] = []
    for (number, place) in shown.places.enumerated() {
      // Where the changes give nothing, only a decision tells that what stands was altered.
      let isAlteredOnly =
        place.given.isEmpty && beside.contains { $0.old.changes(place.shown, withEnds: false) }
      let isAnswered = shown.answers.contains(place.hunks) || isAlteredOnly
      let next = number + 1 < shown.places.count ? shown.places[number + 1].shown.lowerBound : .max
      let inside = beside.filter {
        $0.old.changes(place.shown, withEnds: isAnswered) && $0.old.upperBound <= next
      }
      guard isAnswered || !inside.isEmpty else { continue }
      beside.removeAll { inside.contains($0) }
      let range = inside.reduce(place.shown) { range, edit in
        min(range.lowerBound, edit.old.lowerBound)..<max(range.upperBound, edit.old.upperBound)
      }
      let start = place.given.lowerBound - (place.shown.lowerBound - range.lowerBound)
      let end = place.given.upperBound + (range.upperBound - place.shown.upperBound)
      found.append(
        Edit(
          shown: range, given: start..<end,
          text: Self.text(of: range, in: scalars, after: inside),
          answer: isAnswered ? place.hunks : nil))
    }
    for edit in beside {
      let place = shown.places.last { $0.shown.upperBound <= edit.old.lowerBound }
      let start =
        edit.old.lowerBound + (place.map { $0.given.upperBound - $0.shown.upperBound } ?? 0)
      found.append(Edit(shown: edit.old, given: start..<start + edit.old.count, text: edit.text))
    }
    write(found.sorted(by: Edit.isBefore))
  }

  /// An edit in parts, none of which reaches from before a place into it.
  private static func cut(_ edit: ScalarEdit, where places: [ShownText.Place]) -> [ScalarEdit] {
    var parts = [edit]
    for start in places.map(\.shown.lowerBound) {
      let last = parts[parts.count - 1]
      guard last.old.lowerBound < start, start < last.old.upperBound else { continue }
      parts[parts.count - 1].old = last.old.lowerBound..<start
      parts.append(ScalarEdit(old: start..<last.old.upperBound, text: ""))
    }
    return parts
  }

  /// What some edits, which ascend, make of a range that covers them.
  private static func text(
    of range: Range<Int>, in scalars: [Unicode.Scalar], after edits: [ScalarEdit]
  ) -> String {
    var view = String.UnicodeScalarView()
    var place = range.lowerBound
    for edit in edits {
      view.append(contentsOf: scalars[place..<edit.old.lowerBound])
      view.append(contentsOf: edit.text.unicodeScalars)
      place = edit.old.upperBound
    }
    view.append(contentsOf: scalars[place..<range.upperBound])
    return String(view)
  }

  /// One deletion and one insertion for each edit; what decides a part comes last.
  private mutating func write(_ edits: [Edit]) {
    var written: Set<Int> = []
    let order =
      edits.indices.filter { edits[$0].answer == nil }
      + edits.indices.filter { edits[$0].answer != nil }
    for index in order {
      let edit = edits[index]
      let shift = written.reduce(0) { $1 < index ? $0 + edits[$1].growth : $0 }
      let position = edit.given.lowerBound + shift
      if let hunks = edit.answer { operations.append(.answer(hunks)) }
      if !edit.given.isEmpty {
        operations.append(.delete(position: position, count: edit.given.count))
      }
      if !edit.text.isEmpty { operations.append(.insert(position: position, text: edit.text)) }
      written.insert(index)
    }
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
