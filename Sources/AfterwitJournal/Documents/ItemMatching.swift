internal import AfterwitDocument

// Problem: an item that a person moves or rewords is still the same item, and other machines may be
// editing it. A document has no ids, so which line is which item is told from the lines.
//
// Idea: what reads the same keeps its place by the longest common subsequence; of the rest, what reads
// the same elsewhere was moved; then what has the same words and another value; then what is most
// alike, where a line between the same neighbours needs less likeness than one elsewhere. What is left
// was removed, or is new.
//
// Cost: O(n·m) in what is left between the common beginning and end, up to a limit; beyond it only
// lines that read the same are found again.

/// Which items of a list that was shown are which of a list that was edited.
struct ItemMatching {
  /// How many pairs are compared at most.
  private static let limit = 4_000_000
  /// How alike two lines must be between the same neighbours, and elsewhere.
  private static let likeness = (near: 0.3, far: 0.6)

  /// For each edited item the index of the shown one that it is; `nil` for a new one.
  private(set) var origins: [Int?]
  private let shown: [DocumentItem]
  private let edited: [DocumentItem]
  private var free: [Bool]

  /// Compares the items as they were shown with those of an edited document.
  init(from shown: [DocumentItem], to edited: [DocumentItem]) {
    self.shown = shown
    self.edited = edited
    origins = edited.map { _ in nil }
    free = shown.map { _ in true }
    matchInPlace()
    let gaps = gaps()
    matchEqual { $0 }
    matchEqual { $0.values[0] }
    matchAlike(gaps)
  }

  private mutating func match(_ old: Int, _ new: Int) {
    origins[new] = old
    free[old] = false
  }

  /// Matches what stands in both in the same order.
  private mutating func matchInPlace() {
    var start = 0
    while start < min(shown.count, edited.count), shown[start] == edited[start] {
      match(start, start)
      start += 1
    }
    var ends = (shown.count, edited.count)
    while ends.0 > start, ends.1 > start, shown[ends.0 - 1] == edited[ends.1 - 1] {
      ends = (ends.0 - 1, ends.1 - 1)
      match(ends.0, ends.1)
    }
    let (rows, columns) = (ends.0 - start, ends.1 - start)
    guard rows > 0, columns > 0, rows * columns <= Self.limit else { return }
    var lengths = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let here = row * (columns + 1) + column
        lengths[here] =
          shown[start + row] == edited[start + column]
          ? lengths[here + columns + 2] + 1 : max(lengths[here + columns + 1], lengths[here + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let here = row * (columns + 1) + column
      if shown[start + row] == edited[start + column] {
        match(start + row, start + column)
        (row, column) = (row + 1, column + 1)
      } else if lengths[here + columns + 1] >= lengths[here + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }

  /// Between which of the items that kept their places each one stands.
  private func gaps() -> (shown: [Int], edited: [Int]) {
    var count = 0
    let edited = origins.map { origin in
      if origin != nil { count += 1 }
      return count
    }
    count = 0
    let shown = free.map { isFree in
      if !isFree { count += 1 }
      return count
    }
    return (shown, edited)
  }

  /// Matches, in order, what is left and has the same key; an empty one tells nothing.
  private mutating func matchEqual<Key: Hashable>(_ key: (DocumentItem) -> Key) {
    var places: [Key: [Int]] = [:]
    for old in shown.indices.reversed() where free[old] && !shown[old].values[0].string.isEmpty {
      places[key(shown[old]), default: []].append(old)
    }
    for new in edited.indices where origins[new] == nil {
      guard let old = places[key(edited[new])]?.popLast() else { continue }
      match(old, new)
    }
  }

  /// Matches what is most alike of what is left.
  private mutating func matchAlike(_ gaps: (shown: [Int], edited: [Int])) {
    let old = shown.indices.filter { free[$0] }
    let new = edited.indices.filter { origins[$0] == nil }
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= Self.limit / 100 else { return }
    let pieces = (old.map { Likeness(shown[$0]) }, new.map { Likeness(edited[$0]) })
    var pairs: [(likeness: Double, isNear: Bool, old: Int, new: Int)] = []
    for (row, old) in old.enumerated() {
      for (column, new) in new.enumerated() {
        let isNear = gaps.shown[old] == gaps.edited[new]
        let likeness = pieces.0[row].share(with: pieces.1[column])
        guard likeness >= (isNear ? Self.likeness.near : Self.likeness.far) else { continue }
        pairs.append((likeness, isNear, old, new))
      }
    }
    pairs.sort { left, right in
      if left.likeness != right.likeness { return left.likeness > right.likeness }
      if left.isNear != right.isNear { return left.isNear }
      return (left.new, left.old) < (right.new, right.old)
    }
    for pair in pairs where free[pair.old] && origins[pair.new] == nil { match(pair.old, pair.new) }
  }
}

/// How alike two items are, by the pairs of letters that both have.
private struct Likeness {
  private var pairs: [String: Int] = [:]
  private var count = 0

  init(_ item: DocumentItem) {
    let text = item.values.map(\.string).joined(separator: " ").lowercased()
    let letters = text.filter { !$0.isWhitespace }
    for (first, second) in zip(letters, letters.dropFirst()) {
      pairs[String([first, second]), default: 0] += 1
      count += 1
    }
  }

  /// The share of the pairs that both have, from 0 to 1.
  func share(with other: Likeness) -> Double {
    guard count + other.count > 0 else { return 0 }
    let common = pairs.reduce(0) { $0 + min($1.value, other.pairs[$1.key] ?? 0) }
    return 2 * Double(common) / Double(count + other.count)
  }
}
