/// Where a hunk, or what a side makes of a region, lies in a text, and what it puts in.
struct PlacedEdit {
  /// Where it begins and ends.
  let place: Range<Int>
  /// Where its scalars go.
  let gaps: Set<Int>
  /// What it puts in.
  let text: [Unicode.Scalar]
  let isParagraph: Bool
}

/// The text in which edits are placed: that of the common ancestors of two changes, the base of a
/// part, or the base's words in its region.
struct PlacedText {
  /// The items that it shows, where it is a version's.
  var shown: [Int] = []
  let scalars: [Unicode.Scalar]
  /// What stands beside it.
  var before: Unicode.Scalar?
  var behind: Unicode.Scalar?
  /// What follows it, as far as it tells where the last unit ends.
  var following: [Unicode.Scalar] = []
  let units: [ReferenceUnit]
  let table: ReferenceUnits

  init(_ scalars: [Unicode.Scalar], table: ReferenceUnits) {
    (self.scalars, self.table) = (scalars, table)
    units = table.units(of: scalars)
  }

  /// Its lines, each with its line feed.
  var lines: [Range<Int>] { table.lines(of: scalars) }

  /// A scalar of it, or beside it.
  func scalar(_ place: Int) -> Unicode.Scalar? {
    switch place {
    case -1: before
    case scalars.count: behind
    default: scalars.indices.contains(place) ? scalars[place] : nil
    }
  }

  /// A hunk where it lies here.
  func placed(_ hunk: ReferenceHunk) -> PlacedEdit {
    let count = { (isBefore: (Int) -> Bool) in shown.count(where: isBefore) }
    let (first, last) = (hunk.items[0], hunk.items[hunk.items.count - 1])
    return PlacedEdit(
      place: count { $0 < first }..<count { $0 <= last },
      gaps: Set(hunk.inserted.map { item in count { $0 < item } }), text: hunk.text,
      isParagraph: hunk.isParagraph)
  }

  /// The line gaps of a hunk.
  func lineGaps(of hunk: ReferenceHunk) -> Set<Int> {
    hunk.next.map { next in [shown.count { $0 < next }] } ?? placed(hunk).gaps
  }

  // MARK: What an edit is about

  /// The units that an edit touches, by number.
  func touched(by edit: PlacedEdit) -> Set<Int> {
    if edit.isParagraph { return [] }
    let (a, b, text) = (edit.place.lowerBound, edit.place.upperBound, edit.text)
    let (own, letters) = (table.units(of: text), [Unicode.Scalar]("aa".unicodeScalars))
    let goesOnBefore = (table.units(of: letters + text).first?.range.upperBound ?? 0) > 2
    let goesOnBehind =
      (table.units(of: text + letters).last?.range.lowerBound ?? text.count) < text.count
    let joins =
      text.isEmpty && a < b
      && units.contains { $0.script == "spaced" && $0.range.upperBound == a }
      && units.contains { $0.script == "spaced" && $0.range.lowerBound == b }
    return Set(
      units.indices.filter { place in
        let (unit, script) = (units[place].range, units[place].script)
        if unit.lowerBound < b, a < unit.upperBound { return true }
        if script == "spaced" {
          return unit.upperBound == a && (goesOnBefore || joins)
            || unit.lowerBound == b && (goesOnBehind || joins)
        }
        return unit.upperBound == a && own.first?.range.lowerBound == 0
          && own.first?.script == script
          || unit.lowerBound == b && own.last?.range.upperBound == text.count
            && own.last?.script == script
      })
  }

  /// The first and the last unit that an edit reaches, by number.
  func reach(of edit: PlacedEdit) -> ClosedRange<Int>? {
    if edit.isParagraph { return nil }
    var found = touched(by: edit)
    if let first = found.min(), let last = found.max() {
      found.formUnion((0..<first).filter { areNeighbours($0, first) })
      found.formUnion((last + 1..<max(last + 1, units.count)).filter { areNeighbours(last, $0) })
    }
    let own = table.units(of: edit.text)
    if let first = own.first, isSpace(edit.text[..<first.range.lowerBound]),
      let before = units.lastIndex(where: { $0.range.upperBound <= edit.place.lowerBound }),
      isSpace(scalars[units[before].range.upperBound..<edit.place.lowerBound])
    {
      var place = before
      while place > 0, before - place < further(from: units[before], to: first),
        units[place - 1].script == first.script, leads(place - 1)
      { place -= 1 }
      found.formUnion([before, place])
    }
    if let last = own.last, isSpace(edit.text[last.range.upperBound...]),
      let behind = units.firstIndex(where: { $0.range.lowerBound >= edit.place.upperBound }),
      isSpace(scalars[edit.place.upperBound..<units[behind].range.lowerBound])
    {
      var place = behind
      while place + 1 < units.count, place - behind < further(from: units[behind], to: last),
        units[place + 1].script == last.script, leads(place)
      { place += 1 }
      found.formUnion([behind, place])
    }
    guard let first = found.min(), let last = found.max() else { return nil }
    return first...last
  }

  /// How many units may stand between two neighbours of a script that both are of.
  private func further(from one: ReferenceUnit, to other: ReferenceUnit) -> Int {
    one.script != other.script ? 0 : ["alone": 1, "syllable": 3][one.script] ?? 0
  }

  /// Whether a unit leads to the next one.
  private func leads(_ unit: Int) -> Bool {
    let (one, next) = (units[unit], units[unit + 1])
    let between = Array(scalars[one.range.upperBound..<next.range.lowerBound])
    return isSpace(between[...])
      || one.script != "spaced" && next.script != "spaced" && between.count == 1
        && ["link", "sign"].contains(table.name(between[0]))
        && ![".", ",", ":", ";", "?"].contains(between[0])
  }

  /// Whether two units, the first before the second, are neighbours.
  private func areNeighbours(_ first: Int, _ second: Int) -> Bool {
    guard (first..<second).allSatisfy(leads) else { return false }
    let scripts = Set(units[first...second].map(\.script))
    switch second - first {
    case 1: return true
    case 2 where scripts == ["alone"]: return true
    case 2...4 where scripts == ["syllable"]: return true
    case 2:
      let between = scalars[units[first + 1].range]
      return table.name(scalars[units[first].range.lowerBound]) == "number" && between.count <= 2
        && between.allSatisfy { table.name($0) == "letter" }
    default: return false
    }
  }

  private func isSpace(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy { table.name($0) == "space" }
  }

  // MARK: Overlap

  /// Whether two edits overlap, by the five rules in turn.
  func overlap(_ one: PlacedEdit, _ other: PlacedEdit) -> Bool {
    let isSomething = { (edit: PlacedEdit) in !edit.text.allSatisfy(table.isWhite) }
    let common = scalars.indices.filter { one.place.contains($0) && other.place.contains($0) }
    if common.contains(where: { !table.isWhite(scalars[$0]) }) { return true }
    if !common.isEmpty, one.text.isEmpty, other.text.isEmpty { return true }
    for (inner, outer) in [(one, other), (other, one)] {
      if isSomething(inner), outer.place.lowerBound < inner.place.lowerBound,
        inner.place.upperBound < outer.place.upperBound
      {
        return true
      }
    }
    if one.place.isEmpty, other.place.isEmpty {
      let areWords = ![one, other].contains { table.units(of: $0.text).isEmpty }
      let areClose = one.gaps.contains { gap in
        other.gaps.contains { isSpace(scalars[min(gap, $0)..<max(gap, $0)]) }
      }
      if isSomething(one), isSomething(other), !one.gaps.isDisjoint(with: other.gaps) {
        return true
      }
      if areWords, areClose { return true }
    }
    for (mine, theirs) in [(one, other), (other, one)] {
      if let reach = reach(of: theirs), touched(by: mine).contains(where: reach.contains) {
        return true
      }
    }
    return meet(one, other) || meet(other, one)
  }

  /// Whether scalars meet where one edit ends and the other begins (rule 5).
  private func meet(_ first: PlacedEdit, _ second: PlacedEdit) -> Bool {
    let point = first.place.upperBound
    guard point == second.place.lowerBound, !(first.place.isEmpty && second.place.isEmpty)
    else { return false }
    guard let left = first.text.last ?? scalar(first.place.lowerBound - 1),
      let right = second.text.first ?? scalar(second.place.upperBound),
      !table.isWhite(left), !table.isWhite(right)
    else { return false }
    let mayTouch = [left, right].contains {
      ["alone", "syllable"].contains(table.name($0)) || table.isWideSign($0)
    }
    if mayTouch, mends(first, beside: second) || mends(second, beside: first) { return false }
    let isWhite = { (place: Int) in scalar(place).map(table.isWhite) ?? false }
    if isWhite(point - 1), !first.place.isEmpty { return true }
    if isWhite(point), !second.place.isEmpty { return true }
    let wereApart = ![point - 1, point].contains { place in
      scalar(place).map(table.isOfWords) ?? false
    }
    return wereApart && table.isOfWords(left) && table.isOfWords(right)
  }

  /// Whether an edit takes out white scalars alone, and another neither takes out nor puts in any, nor
  /// puts something in between two.
  private func mends(_ one: PlacedEdit, beside other: PlacedEdit) -> Bool {
    let gap = other.place.lowerBound
    let isApart = [gap - 1, gap].allSatisfy { scalar($0).map(table.isWhite) ?? true }
    return one.text.isEmpty && !one.place.isEmpty && scalars[one.place].allSatisfy(table.isWhite)
      && !(other.place.isEmpty && isApart)
      && !(scalars[other.place] + other.text).contains(where: table.isWhite)
  }
}
