// Whoever carries a paragraph to another place takes it out here and puts it in there. The two are
// one thing: what another machine changes in the words meanwhile belongs to where they went
// (Protocol/4-documents, "Moves").

/// Which of some texts that were taken out were put in again elsewhere.
struct Moves: Hashable, Sendable {
  /// More texts than these are compared only for equality.
  static let limit = 100

  /// Where each text that was taken out went: the place of the text that was put in.
  private(set) var targets: [Int: Int] = [:]

  /// Finds the moves among texts that one change took out and texts that it put in.
  init(takenOut: [[Unicode.Scalar]], putIn: [[Unicode.Scalar]]) {
    guard !takenOut.isEmpty, !putIn.isEmpty else { return }
    let (old, new) = (takenOut.map { Words($0) }, putIn.map { Words($0) })
    var equal: [ArraySlice<Unicode.Scalar>: [Int]] = [:]
    for place in new.indices.reversed() { equal[new[place].text, default: []].append(place) }
    var left = Set(new.indices)
    for place in old.indices where old[place].count >= 3 {
      guard let target = equal[old[place].text]?.popLast() else { continue }
      targets[place] = target
      left.remove(target)
    }
    guard max(old.count, new.count) <= Self.limit else { return }
    for place in old.indices where targets[place] == nil {
      guard let target = left.sorted().first(where: { old[place].isAlmost(new[$0]) }) else {
        continue
      }
      targets[place] = target
      left.remove(target)
    }
  }

  /// A text by its words.
  private struct Words {
    /// The text without white space at its ends.
    let text: ArraySlice<Unicode.Scalar>
    /// How often each unit stands in it.
    private(set) var units: [ArraySlice<Unicode.Scalar>: Int] = [:]
    /// How many units there are.
    let count: Int
    /// How many scalars these have.
    private(set) var size = 0

    init(_ scalars: [Unicode.Scalar]) {
      let start = scalars.firstIndex { !$0.isWhite } ?? scalars.count
      let end = scalars.lastIndex { !$0.isWhite }.map { $0 + 1 } ?? start
      text = scalars[start..<end]
      let found = Units(scalars).units
      count = found.count
      for unit in found {
        units[scalars[unit.start..<unit.end], default: 0] += 1
        size += unit.end - unit.start
      }
    }

    /// Whether two thirds of both are in both.
    func isAlmost(_ other: Words) -> Bool {
      guard min(count, other.count) >= 6, min(size, other.size) * 3 >= max(size, other.size) * 2
      else { return false }
      let common = units.reduce(0) { sum, unit in
        sum + min(unit.value, other.units[unit.key] ?? 0) * unit.key.count
      }
      return common * 3 >= max(size, other.size) * 2
    }
  }
}
