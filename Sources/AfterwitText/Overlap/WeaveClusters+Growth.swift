// A cluster takes in what its stretch reaches, the stretch follows from all that it took in, and a
// wider cluster may reach less far: it may end in words where a narrower one ended in the midst of a
// phrase. So it matters what is taken in first, and every device must do it alike. Clusters grow in
// rounds, each of which looks at what the one before left (Protocol/4-documents, AW-DOC-46). No edit
// is ever given up, so there are at most as many rounds as edits, and one more.

extension WeaveClusters {
  /// How clusters, as the numbers of their edits, grow.
  struct Growth {
    private let edits: [Weave.SideEdit]
    private let base: Pieces

    init(of edits: [Weave.SideEdit], over base: Pieces) { (self.edits, self.base) = (edits, base) }

    /// What clusters are once no round changes anything any more.
    func ended(from clusters: [Set<Int>]) -> [Set<Int>] {
      var clusters = clusters
      while true {
        let next = round(from: clusters)
        if next == clusters { return clusters }
        clusters = next
      }
    }

    /// Each takes in what it reaches, and those that meet are united; or, where nothing changes by
    /// that, those that are asked in one sentence are.
    private func round(from clusters: [Set<Int>]) -> [Set<Int>] {
      let wider = clusters.map { takingIn($0) }
      let stretches = wider.map { cluster($0).pieces }
      let united = united(wider) { one, other in
        !wider[one].isDisjoint(with: wider[other]) || stretches[one].overlaps(stretches[other])
      }
      guard united == clusters else { return united }
      let sentences = clusters.map { sentenceAsked(in: cluster($0)) }
      return self.united(clusters) { sentences[$0] != nil && sentences[$0] == sentences[$1] }
    }

    private func cluster(_ members: Set<Int>) -> WeaveCluster {
      WeaveCluster(edits: members.sorted().map { edits[$0] }, among: edits, over: base)
    }

    /// A cluster with the edits in its stretch, and those like one of it.
    private func takingIn(_ members: Set<Int>) -> Set<Int> {
      let cluster = cluster(members)
      return members.union(
        edits.indices.filter { place in
          edits[place].edit.pieces.overlapsInside(cluster.pieces)
            || cluster.isSentence && edits[place].goesOn(from: cluster.pieces, in: base)
            || members.contains { edits[$0].edit == edits[place].edit }
        })
    }

    /// Where the sentence begins in which a cluster asks, unless all of it only takes out.
    private func sentenceAsked(in cluster: WeaveCluster) -> Int? {
      !cluster.isDeletion && cluster.resolved(over: base).isOpen
        ? base.sentenceStart(of: cluster.pieces) : nil
    }

    /// Clusters, of which those that belong together by their places are one.
    private func united(_ clusters: [Set<Int>], where areOne: (Int, Int) -> Bool) -> [Set<Int>] {
      var groups = Groups<Int>()
      for one in clusters.indices {
        groups.link(one, one)
        for other in clusters.indices[(one + 1)...] where areOne(one, other) {
          groups.link(one, other)
        }
      }
      return groups.all.map { $0.sorted() }.sorted { $0[0] < $1[0] }.map { places in
        places.reduce([]) { $0.union(clusters[$1]) }
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
  /// Whether it shares something with a stretch, or is a gap inside it or that stretch itself.
  fileprivate func overlapsInside(_ hull: Range<Int>) -> Bool {
    isEmpty
      ? hull.lowerBound < lowerBound && lowerBound < hull.upperBound
      : Swift.max(lowerBound, hull.lowerBound) < Swift.min(upperBound, hull.upperBound)
  }
}
