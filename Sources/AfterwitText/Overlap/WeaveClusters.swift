/// The edits of sides that are about one thing, gathered.
struct WeaveClusters: Sendable {
  /// The clusters, ascending and apart.
  private(set) var clusters: [WeaveCluster] = []
  private var members: Set<Int> = []

  /// Gathers edits, which are in the order of their sides.
  init(_ edits: [Weave.SideEdit], over base: Pieces) {
    let agreed = Self.agreed(edits)
    var groups: [Set<Int>] = []
    for one in edits.indices {
      for other in edits.indices[(one + 1)...] where edits[one].side != edits[other].side {
        guard !agreed.contains(Pair(one, edits[other].side)),
          !agreed.contains(Pair(other, edits[one].side)),
          Self.meet(edits[one], edits[other], in: base)
        else { continue }
        let linked = groups.filter { $0.contains(one) || $0.contains(other) }
        groups.removeAll { linked.contains($0) }
        groups.append(linked.reduce([one, other]) { $0.union($1) })
      }
    }
    absorb(&groups, edits, base)
    unite(&groups, edits, base)
    members = groups.reduce([]) { $0.union($1) }
    clusters = groups.map { group in
      WeaveCluster(edits: group.sorted().map { edits[$0] }, among: edits, over: base)
    }.sorted {
      ($0.pieces.lowerBound, $0.pieces.upperBound) < ($1.pieces.lowerBound, $1.pieces.upperBound)
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

  /// Unites groups that lie in one sentence: where two things in it are asked, it is asked whole.
  private func unite(_ groups: inout [Set<Int>], _ edits: [Weave.SideEdit], _ base: Pieces) {
    var sentences = Groups<Int>()
    for place in groups.indices {
      let cluster = WeaveCluster(
        edits: groups[place].sorted().map { edits[$0] }, among: edits, over: base)
      guard cluster.resolved(over: base).isOpen, !cluster.isDeletion,
        let start = base.sentenceStart(of: cluster.pieces)
      else { continue }
      sentences.link(place, -1 - start)
    }
    for linked in sentences.all {
      let members = linked.filter { $0 >= 0 }
      guard members.count > 1, let first = members.min() else { continue }
      for place in members where place != first {
        groups[first].formUnion(groups[place])
        groups[place] = []
      }
    }
    let count = groups.count
    groups.removeAll { $0.isEmpty }
    guard groups.count < count else { return }
    absorb(&groups, edits, base)
    unite(&groups, edits, base)
  }

  /// Takes in what lies in the stretch of a group, and unites groups that overlap.
  private func absorb(
    _ groups: inout [Set<Int>], _ edits: [Weave.SideEdit], _ base: Pieces
  ) {
    var isChanged = true
    while isChanged {
      isChanged = false
      var hulls: [Range<Int>] = []
      for place in groups.indices {
        let cluster = WeaveCluster(
          edits: groups[place].sorted().map { edits[$0] }, among: edits, over: base)
        let hull = cluster.pieces
        let inside = edits.indices.filter { edit in
          !groups[place].contains(edit) && edits[edit].edit.pieces.overlapsInside(hull)
            || cluster.isSentence && edits[edit].goesOn(from: hull, in: base)
            || groups[place].contains { edits[$0].edit == edits[edit].edit }
        }
        let size = groups[place].count
        groups[place].formUnion(inside)
        isChanged = isChanged || groups[place].count > size
        hulls.append(hull)
      }
      for one in groups.indices {
        guard
          let other = groups.indices[(one + 1)...].first(where: {
            !groups[one].isDisjoint(with: groups[$0]) || hulls[one].overlaps(hulls[$0])
          })
        else { continue }
        groups[one].formUnion(groups.remove(at: other))
        isChanged = true
        break
      }
    }
  }
}

extension Weave.SideEdit {
  /// Whether it puts something in directly at an end of a stretch, with no white space between.
  fileprivate func goesOn(from stretch: Range<Int>, in base: Pieces) -> Bool {
    guard edit.pieces.isEmpty, !placed.isParagraph, !stretch.isEmpty, let first = edit.text.first,
      let last = edit.text.last
    else { return false }
    let ends = base.scalars(of: stretch)
    return edit.pieces.lowerBound == stretch.upperBound && !first.isWhite
      && !ends[ends.count - 1].isWhite
      || edit.pieces.lowerBound == stretch.lowerBound && !last.isWhite && !ends[0].isWhite
  }
}

extension Range<Int> {
  /// Whether it lies in another one.
  fileprivate func isInside(_ other: Range<Int>) -> Bool {
    other.lowerBound <= lowerBound && upperBound <= other.upperBound
  }

  /// Whether it shares something with a stretch, or is a gap inside it or that stretch itself.
  fileprivate func overlapsInside(_ hull: Range<Int>) -> Bool {
    isEmpty
      ? hull.lowerBound < lowerBound && lowerBound < hull.upperBound
      : Swift.max(lowerBound, hull.lowerBound) < Swift.min(upperBound, hull.upperBound)
  }
}
