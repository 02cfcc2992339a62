internal import AfterwitCausality

extension ReviewZone {
  /// The stretch of text in dispute, between two scalars of the text at the base of a part.
  struct Region: Hashable, Sendable {
    /// The scalar before it, or `nil` for the start of the text.
    var before: ScalarNumber?
    /// The scalar behind it, or `nil` for the end of the text.
    var behind: ScalarNumber?
  }

  /// The hunks that pairs link, directly or through others; each group ascends.
  static func linked(_ pairs: [ZonePair]) -> [[ZonePair.End]] {
    var group: [ZonePair.End: Int] = [:]
    var members: [[ZonePair.End]] = []
    for pair in pairs {
      let left = group[pair.left] ?? Self.open(pair.left, &group, &members)
      let right = group[pair.right] ?? Self.open(pair.right, &group, &members)
      guard left != right else { continue }
      let (into, from) = members[left].count < members[right].count ? (right, left) : (left, right)
      for end in members[from] { group[end] = into }
      members[into] += members[from]
      members[from] = []
    }
    return members.filter { !$0.isEmpty }.map { members in
      members.sorted { ($0.event, $0.number) < ($1.event, $1.number) }
    }
  }

  private static func open(
    _ end: ZonePair.End, _ group: inout [ZonePair.End: Int], _ members: inout [[ZonePair.End]]
  ) -> Int {
    members.append([end])
    group[end] = members.count - 1
    return members.count - 1
  }

  /// The part that linked hunks make.
  mutating func part(of ends: [ZonePair.End], in graph: CausalGraph) -> ZonePart {
    let sides = graph.maximal(Array(Set(ends.map(\.event))))
    let base = sides.dropFirst().reduce([sides[0]]) { graph.commonAncestors($0, [$1]) }
    look(at: base, in: graph)
    let region = region(of: ends)
    let baseText = scalars(at: positions(of: region))
    var part = ZonePart(hunks: ends, sides: sides, base: base, region: region, isHidden: false)
    let sideTexts = sides.map { words(of: region, at: [$0], in: graph) }
    let answering = Set(ends.filter { hunks(of: $0.event)[$0.number].isAnswer }.map(\.event))
    let differing = zip(sides, sideTexts).filter { side, text in
      text != baseText || answering.contains(side)
    }
    if differing.count <= 1 {
      let together = words(of: region, at: sides, in: graph)
      part.isHidden = together == baseText || sideTexts.contains(together)
    }
    return part
  }

  private mutating func words(
    of region: Region, at version: [Int], in graph: CausalGraph
  ) -> [Unicode.Scalar] {
    look(at: version, in: graph)
    return scalars(at: positions(of: region))
  }

  /// The region of a part, seen from its base, which is looked at.
  private func region(of ends: [ZonePair.End]) -> Region {
    let places = ends.map { place(hunks(of: $0.event)[$0.number]) }
    var start = Int.max
    var end = 0
    for place in places {
      start = min(start, place.place.lowerBound, place.touched?.lowerBound ?? .max)
      end = max(end, place.place.upperBound, place.touched?.upperBound ?? 0)
    }
    return Region(before: item(at: start - 1), behind: item(at: end))
  }

  /// The positions of a region in the version that is looked at.
  func positions(of region: Region) -> Range<Int> {
    let start = region.before.map { shownCount(before: $0) + (isShown($0) ? 1 : 0) } ?? 0
    let end = region.behind.map { shownCount(before: $0) } ?? length
    return start..<max(start, end)
  }
}

/// Hunks that unsettled conflicts link, and what a person may choose from.
struct ZonePart: Hashable, Sendable {
  /// The hunks, ascending by event and number.
  var hunks: [ZonePair.End]
  /// The maximal events among those of the hunks, ascending.
  var sides: [Int]
  /// The version of what all sides had seen.
  var base: [Int]
  /// The stretch of text in dispute.
  var region: ReviewZone.Region
  /// Whether there is nothing to decide: at most one side differs, and all together show no more.
  var isHidden: Bool
}
