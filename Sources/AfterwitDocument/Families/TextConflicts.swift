public import AfterwitText

// Whoever saves one sentence again and again beside somebody who does the same makes a conflict of each
// save with each of the other's: as many as there are pairs. Most saves meet the same others. So hunks
// that meet the same are kept together, and what is kept grows with the hunks, not with the pairs.

/// The conflicts of a text that no answer has settled.
public struct TextConflicts: Hashable, Sendable {
  /// Hunks of which each on the left is in conflict with each on the right.
  public struct Meeting: Hashable, Sendable {
    /// Those of changes that came first to this device, ascending.
    public let left: [KnownHunk]
    /// Those of later ones, in the order in which they came.
    public internal(set) var right: [KnownHunk]

    /// A meeting of given parts.
    public init(left: [KnownHunk], right: [KnownHunk]) {
      self.left = left
      self.right = right
    }
  }

  /// All of them; each pair of hunks is in one at most.
  public private(set) var meetings: [Meeting]

  /// Conflicts in the order in which they were found.
  public init(_ conflicts: [TextConflict] = []) {
    meetings = []
    append(conflicts)
  }

  init(_ meetings: [Meeting]) { self.meetings = meetings }

  /// Whether there is none.
  public var isEmpty: Bool { meetings.isEmpty }

  /// The same, by the names of the hunks.
  public var hunks: [TextReviews.Meeting] {
    meetings.map { TextReviews.Meeting(left: $0.left.map(\.id), right: $0.right.map(\.id)) }
  }

  /// Each pair of hunks that is in conflict.
  /// - Complexity: O(*pairs*): where many hunks met many, that is the square of them.
  public var pairs: [TextConflict] {
    meetings.flatMap { meeting in
      meeting.right.flatMap { right in meeting.left.map { TextConflict(left: $0, right: right) } }
    }
  }

  /// Adds conflicts that were found anew: those of a hunk on the right all at once.
  mutating func append(_ conflicts: [TextConflict]) {
    var order: [KnownHunk] = []
    var met: [KnownHunk: [KnownHunk]] = [:]
    for conflict in conflicts {
      if met[conflict.right] == nil { order.append(conflict.right) }
      met[conflict.right, default: []].append(conflict.left)
    }
    for right in order {
      guard let left = met[right] else { continue }
      if let known = meetings.lastIndex(where: { $0.left == left }) {
        meetings[known].right.append(right)
      } else {
        meetings.append(Meeting(left: left, right: [right]))
      }
    }
  }

  /// Drops the conflicts of which both hunks are decided about; `false` where there are none.
  mutating func settle(_ isDecided: (KnownHunk) throws -> Bool) rethrows -> Bool {
    var left: [Meeting] = []
    var isAnySettled = false
    for meeting in meetings {
      let (decidedLeft, openLeft) = try Self.parted(meeting.left, isDecided)
      let (decidedRight, openRight) = try Self.parted(meeting.right, isDecided)
      guard !decidedLeft.isEmpty, !decidedRight.isEmpty else {
        left.append(meeting)
        continue
      }
      isAnySettled = true
      if !openLeft.isEmpty { left.append(Meeting(left: openLeft, right: meeting.right)) }
      if !openRight.isEmpty { left.append(Meeting(left: decidedLeft, right: openRight)) }
    }
    meetings = left
    return isAnySettled
  }

  /// The hunks of which something holds, and the others.
  private static func parted(
    _ hunks: [KnownHunk], _ holds: (KnownHunk) throws -> Bool
  ) rethrows -> (those: [KnownHunk], others: [KnownHunk]) {
    var parted: (those: [KnownHunk], others: [KnownHunk]) = ([], [])
    for hunk in hunks {
      if try holds(hunk) { parted.those.append(hunk) } else { parted.others.append(hunk) }
    }
    return parted
  }
}
