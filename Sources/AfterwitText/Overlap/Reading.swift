// What a side makes of the words of a region is read from the two texts, and not from the changes
// that led there: what was written and taken back weighs nothing, and it does not matter in how many
// steps something was written. The longest common subsequence of pieces is one, and which one is
// fixed, because every device must read the same (Protocol/4-documents, "Reading").

/// What one text makes of another, as replacements of its pieces.
struct Reading: Sendable {
  /// A replacement: a range of the pieces of the base, and the scalars in their place.
  struct Edit: Hashable, Sendable {
    var pieces: Range<Int>
    var text: [Unicode.Scalar]
  }

  /// More comparisons than these are not made: then everything between the common ends is replaced.
  static let limit = 4_000_000

  /// The replacements, ascending and apart.
  private(set) var edits: [Edit] = []

  init(of text: Pieces, from base: Pieces) {
    var start = 0
    var (end, newEnd) = (base.count, text.count)
    while start < end, start < newEnd, base[start] == text[start] { start += 1 }
    while end > start, newEnd > start, base[end - 1] == text[newEnd - 1] {
      end -= 1
      newEnd -= 1
    }
    guard start < end || start < newEnd else { return }
    var found: [(old: Range<Int>, new: Range<Int>)] = []
    if (end - start) * (newEnd - start) > Self.limit || start == end || start == newEnd {
      found = [(start..<end, start..<newEnd)]
    } else {
      found = Self.replacements(base, start..<end, text, start..<newEnd)
    }
    var joined: [(old: Range<Int>, new: Range<Int>)] = []
    for next in found {
      if let last = joined.last,
        Rewriting.goesOn(
          through: base.scalars(of: last.old.upperBound..<next.old.lowerBound),
          from: Self.size(last, base, text), to: Self.size(next, base, text))
      {
        joined[joined.count - 1] = (
          last.old.lowerBound..<next.old.upperBound, last.new.lowerBound..<next.new.upperBound
        )
      } else {
        joined.append(next)
      }
    }
    edits = joined.map { Edit(pieces: $0.old, text: text.scalars(of: $0.new)) }
  }

  private static func size(
    _ replacement: (old: Range<Int>, new: Range<Int>), _ base: Pieces, _ text: Pieces
  ) -> Int {
    max(base.positions(of: replacement.old).count, text.positions(of: replacement.new).count)
  }

  /// The way along the longest common subsequences that keeps a piece as soon as it can, and takes
  /// out before it puts in.
  private static func replacements(
    _ base: Pieces, _ old: Range<Int>, _ text: Pieces, _ new: Range<Int>
  ) -> [(old: Range<Int>, new: Range<Int>)] {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in (0..<old.count).reversed() {
      for j in (0..<new.count).reversed() {
        let below = lengths[(i + 1) * width + j]
        let right = lengths[i * width + j + 1]
        lengths[i * width + j] =
          base[old.lowerBound + i] == text[new.lowerBound + j]
          ? lengths[(i + 1) * width + j + 1] + 1 : max(below, right)
      }
    }
    var found: [(old: Range<Int>, new: Range<Int>)] = []
    var (i, j) = (0, 0)
    var (oldStart, newStart) = (0, 0)
    func close() {
      guard oldStart < i || newStart < j else { return }
      found.append(
        (
          old.lowerBound + oldStart..<old.lowerBound + i,
          new.lowerBound + newStart..<new.lowerBound + j
        ))
    }
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, base[old.lowerBound + i] == text[new.lowerBound + j] {
        close()
        i += 1
        j += 1
        (oldStart, newStart) = (i, j)
      } else if j == new.count
        || i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
      {
        i += 1
      } else {
        j += 1
      }
    }
    close()
    return found
  }
}
