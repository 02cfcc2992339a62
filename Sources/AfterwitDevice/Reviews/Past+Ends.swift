internal import AfterwitDocument

// What somebody had before them who ended a review.

extension Past {
  /// What a register showed at a version, and what at the common ancestors of that; `nil` where nobody
  /// had written it by then.
  func seen(
    of writes: [Register.Write], by version: [Int]
  ) throws -> (register: Register, base: String?)? {
    let maximal = try maximal(writes.map(\.index), atOrBefore: version)
    let current = writes.filter { maximal.contains($0.index) }
    guard current.count > 1 else { return nil }
    let common = try common(current.map(\.index))
    let before = try self.maximal(writes.map(\.index), atOrBefore: common)
    let base = Register(
      writes: writes.filter { before.contains($0.index) }, replaced: [], base: nil
    ).shown
    return (Register(writes: current, replaced: [], base: base ?? ""), base)
  }

  /// What each change did to an entry, or to an element of it, ascending by index.
  func touches(
    of key: FieldKey
  ) throws -> [(index: Int, touch: Presence.Touch)] {
    try changes().compactMap { placed in
      let touch = placed.change.touches().first { $0.key == key }?.touch
      return touch.map { (placed.stamp.index, $0) }
    }
  }

  /// The deletions that stood at a version beside what others had done without knowing of them, and
  /// what that was; none where the whole was out of sight then.
  func contested(
    among touches: [(index: Int, touch: Presence.Touch)], at version: [Int]
  ) throws -> (deletions: [Int], contestants: [Int]) {
    let seen = try touches.filter { try holds($0.index, at: version) }
    var deletions: [Int] = []
    var contestants: Set<Int> = []
    for deletion in seen where deletion.touch == .deletion {
      let isAnswered = try seen.contains { mark in
        try mark.touch != .edit && mark.index != deletion.index
          && holds(deletion.index, at: [mark.index])
      }
      let others = try seen.filter { other in
        try other.index != deletion.index && !holds(other.index, at: [deletion.index])
      }
      guard !others.isEmpty else { return ([], []) }
      let unseen = try others.filter { other in
        try other.touch != .deletion && !holds(deletion.index, at: [other.index])
      }
      guard !isAnswered, !unseen.isEmpty else { continue }
      deletions.append(deletion.index)
      contestants.formUnion(unseen.map(\.index))
    }
    return (deletions, contestants.sorted())
  }
}
