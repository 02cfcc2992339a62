/// The edits of sides that are about one thing, gathered.
struct WeaveClusters: Sendable {
  /// The clusters, apart from each other, in the order of their first edits.
  private(set) var clusters: [WeaveCluster] = []
  private var members: Set<Int> = []

  /// Gathers edits, which are in the order of their sides.
  init(_ edits: [Weave.SideEdit], over base: Pieces) {
    let agreed = Self.agreed(edits)
    var clashes = Groups<Int>()
    for one in edits.indices {
      for other in edits.indices[(one + 1)...] where edits[one].side != edits[other].side {
        guard !agreed.contains(Pair(one, edits[other].side)),
          !agreed.contains(Pair(other, edits[one].side)),
          Self.meet(edits[one], edits[other], in: base)
        else { continue }
        clashes.link(one, other)
      }
    }
    let groups = Growth(of: edits, over: base).ended(from: clashes.all.map { Set($0) })
    members = groups.reduce([]) { $0.union($1) }
    clusters = groups.map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { group in
      WeaveCluster(edits: group.map { edits[$0] }, among: edits, over: base)
    }
  }

  /// Whether an edit is in no cluster.
  func isLoose(_ edit: Int) -> Bool { !members.contains(edit) }

  /// An edit, and a side that has one like it.
  private struct Pair: Hashable {
    var edit: Int
    var side: Int

    init(_ edit: Int, _ side: Int) { (self.edit, self.side) = (edit, side) }
  }

  private static func agreed(_ edits: [Weave.SideEdit]) -> Set<Pair> {
    var places: [Reading.Edit: [Int]] = [:]
    for (place, edit) in edits.enumerated() { places[edit.edit, default: []].append(place) }
    var agreed: Set<Pair> = []
    for alike in places.values where alike.count > 1 {
      for one in alike {
        for other in alike where edits[one].side != edits[other].side {
          agreed.insert(Pair(one, edits[other].side))
        }
      }
    }
    return agreed
  }

  private static func meet(_ one: Weave.SideEdit, _ other: Weave.SideEdit, in base: Pieces) -> Bool
  {
    if one.isAnswer || other.isAnswer { return true }
    if one.placed.isParagraph, other.placed.isParagraph { return false }
    if one.placed.isParagraph != other.placed.isParagraph, one.edit.pieces == other.edit.pieces {
      return false
    }
    if one.isDeletion, other.isDeletion,
      one.edit.pieces.isInside(other.edit.pieces) || other.edit.pieces.isInside(one.edit.pieces)
    {
      return false
    }
    return one.placed.overlaps(other.placed) { Array(base.scalars[$0]) }
  }
}

extension Range<Int> {
  /// Whether it lies in another one.
  fileprivate func isInside(_ other: Range<Int>) -> Bool {
    other.lowerBound <= lowerBound && upperBound <= other.upperBound
  }
}
