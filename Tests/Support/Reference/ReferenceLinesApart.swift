/// What differs between two stretches in pieces, lines that go with no other apart.
struct ReferenceLinesApart {
  /// A piece, which may be like no other.
  private struct Piece: Equatable {
    var scalars: ArraySlice<Unicode.Scalar>
    /// A number of its own, where it is like no other.
    var number: Int?
  }

  private struct Side {
    let pieces: [ArraySlice<Unicode.Scalar>]
    /// The line of each piece.
    let lines: [Int]
    /// How many scalars each piece has, where it is a unit.
    let sizes: [Int]
    /// The lines that are apart.
    var apart: Set<Int> = []

    init(_ pieces: [ArraySlice<Unicode.Scalar>], _ table: ReferenceUnits) {
      self.pieces = pieces
      lines = pieces.indices.map { place in pieces[..<place].count { $0 == ["\n"] } }
      sizes = pieces.map { $0.contains(where: table.isOfWords) ? $0.count : 0 }
    }

    var count: Int { (lines.last ?? -1) + 1 }

    func size(_ line: Int) -> Int {
      pieces.indices.filter { lines[$0] == line }.map { sizes[$0] }.reduce(0, +)
    }

    /// Whether a line is apart, or without units.
    func isLoose(_ line: Int) -> Bool { apart.contains(line) || size(line) == 0 }

    /// The pieces of a line.
    func place(_ line: Int) -> Range<Int> {
      let start = lines.firstIndex(of: line) ?? 0
      return start..<(lines.lastIndex(of: line) ?? start - 1) + 1
    }
  }

  private var old: Side
  private var new: Side
  private let table: ReferenceUnits

  init(
    from old: [ArraySlice<Unicode.Scalar>], to new: [ArraySlice<Unicode.Scalar>],
    table: ReferenceUnits
  ) {
    (self.old, self.new, self.table) = (Side(old, table), Side(new, table), table)
  }

  /// What differs, in order.
  var edits: [(old: Range<Int>, new: Range<Int>, isOfLines: Bool)] {
    let first = ReferenceReading.changes(from: old.pieces, to: new.pieces)
    guard old.count > 1 || new.count > 1 else { return first.map { ($0.old, $0.new, false) } }
    var whole = self
    let kept = kept(first)
    func goTogether(_ one: Int, _ other: Int) -> Bool {
      let common = kept.filter { old.lines[$0.0] == one && new.lines[$0.1] == other }
        .map { old.sizes[$0.0] }.reduce(0, +)
      return common > 0 && common * 3 >= min(old.size(one), new.size(other))
    }
    whole.old.apart = Set(
      (0..<old.count).filter { one in
        old.size(one) > 0 && !(0..<new.count).contains { goTogether(one, $0) }
      })
    whole.new.apart = Set(
      (0..<new.count).filter { other in
        new.size(other) > 0 && !(0..<old.count).contains { goTogether($0, other) }
      })
    if whole.old.apart.isEmpty, whole.new.apart.isEmpty {
      return first.map { ($0.old, $0.new, false) }
    }
    return whole.again
  }

  private var again: [(old: Range<Int>, new: Range<Int>, isOfLines: Bool)] {
    let named = { (side: Side, sign: Int) in
      side.pieces.indices.map { place in
        Piece(
          scalars: side.pieces[place],
          number: side.apart.contains(side.lines[place]) ? sign * (place + 1) : nil)
      }
    }
    return ReferenceReading.changes(from: named(old, 1), to: named(new, -1)).flatMap(cut)
  }

  private func kept(_ changes: [(old: Range<Int>, new: Range<Int>)]) -> [(Int, Int)] {
    let left = old.pieces.indices.filter { place in !changes.contains { $0.old.contains(place) } }
    let right = new.pieces.indices.filter { place in !changes.contains { $0.new.contains(place) } }
    return Array(zip(left, right))
  }

  /// An edit, without the lines at its begin and at its end, and these.
  private func cut(
    _ whole: (old: Range<Int>, new: Range<Int>)
  ) -> [(old: Range<Int>, new: Range<Int>, isOfLines: Bool)] {
    let begin = (head(whole.old, of: old), head(whole.new, of: new))
    let end = (
      tail(begin.0..<whole.old.upperBound, of: old), tail(begin.1..<whole.new.upperBound, of: new)
    )
    if begin.0 == end.0, begin.1 == end.1 { return [(whole.old, whole.new, true)] }
    return [
      (whole.old.lowerBound..<begin.0, whole.new.lowerBound..<begin.1, true),
      (begin.0..<end.0, begin.1..<end.1, false),
      (end.0..<whole.old.upperBound, end.1..<whole.new.upperBound, true),
    ].filter { !$0.0.isEmpty || !$0.1.isEmpty }
  }

  /// Where the lines end that a range begins with.
  private func head(_ range: Range<Int>, of side: Side) -> Int {
    let lines = (0..<side.count).drop { side.place($0).lowerBound < range.lowerBound }
      .prefix { side.isLoose($0) && side.place($0).upperBound <= range.upperBound }
    guard let first = lines.first, side.place(first).lowerBound == range.lowerBound,
      lines.contains(where: side.apart.contains), let last = lines.last
    else { return range.lowerBound }
    return side.place(last).upperBound
  }

  /// Where the lines begin that a range ends with.
  private func tail(_ range: Range<Int>, of side: Side) -> Int {
    let lines = (0..<side.count).reversed().drop { side.place($0).upperBound > range.upperBound }
      .prefix { side.isLoose($0) && side.place($0).lowerBound >= range.lowerBound }
    guard let last = lines.first, side.place(last).upperBound == range.upperBound,
      lines.contains(where: side.apart.contains), let first = lines.last
    else { return range.upperBound }
    var start = side.place(first).lowerBound
    guard side.pieces[range.upperBound - 1] != ["\n"], start > range.lowerBound else {
      return start
    }
    start -= 1
    return start > range.lowerBound && side.pieces[start - 1] == ["\r"] ? start - 1 : start
  }
}
