/// A longest common subsequence of two lists, the one that keeps each element as soon as it can.
struct KeptElements {
  /// More comparisons than these are not made: then everything between the common ends is replaced.
  static let limit = 4_000_000

  /// What is not kept, ascending and apart.
  private(set) var replacements: [Replacement] = []

  /// - Complexity: O(*n* · *m*) for the elements between the common ends.
  init<Element: Hashable>(_ old: [Element], _ new: [Element]) {
    var numbers: [Element: Int] = [:]
    func number(_ element: Element) -> Int {
      if let known = numbers[element] { return known }
      numbers[element] = numbers.count
      return numbers.count - 1
    }
    let (old, new) = (old.map { number($0) }, new.map { number($0) })
    let whole = ShortestEdit.trimmed(
      Replacement(old: old.indices, new: new.indices), from: old, to: new)
    guard !whole.old.isEmpty || !whole.new.isEmpty else { return }
    if whole.old.isEmpty || whole.new.isEmpty || whole.old.count * whole.new.count > Self.limit {
      replacements = [whole]
    } else {
      walk(Array(old[whole.old]), Array(new[whole.new]), from: whole)
    }
  }

  /// Takes out before it puts in.
  private mutating func walk(_ old: [Int], _ new: [Int], from whole: Replacement) {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i * width + j] =
          old[i] == new[j]
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var (i, j) = (0, 0)
    var start = (i, j)
    func close() {
      guard start.0 < i || start.1 < j else { return }
      replacements.append(
        Replacement(
          old: whole.old.lowerBound + start.0..<whole.old.lowerBound + i,
          new: whole.new.lowerBound + start.1..<whole.new.lowerBound + j))
    }
    while i < old.count || j < new.count {
      if i < old.count, j < new.count, old[i] == new[j] {
        close()
        (i, j) = (i + 1, j + 1)
        start = (i, j)
      } else if j == new.count
        || i < old.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]
      {
        i += 1
      } else {
        j += 1
      }
    }
    close()
  }
}
