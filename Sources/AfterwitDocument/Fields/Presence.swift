public import AfterwitCausality

/// Whether an entry is hidden, and when it was first and last touched.
///
/// An entry is hidden while some deletion of it had seen every other operation on it: an edit made
/// elsewhere at the same time, or later, keeps it in sight.
public struct Presence: Hashable, Sendable {
  /// The least timestamp of a change that touched the entry.
  public private(set) var created: Timestamp
  /// The greatest timestamp of a change that touched the entry.
  public private(set) var modified: Timestamp
  /// The maximal changes that touched the entry without deleting it.
  public private(set) var edits: [Int]
  /// The deletions that had seen every other operation.
  public private(set) var deletions: [Int]

  /// The presence of an entry as the store keeps it.
  public init(created: Timestamp, modified: Timestamp, edits: [Int], deletions: [Int]) {
    self.created = created
    self.modified = modified
    self.edits = edits
    self.deletions = deletions
  }

  init(touchedAt timestamp: Timestamp) {
    self.init(created: timestamp, modified: timestamp, edits: [], deletions: [])
  }

  /// Whether the entry is hidden.
  public var isHidden: Bool { !deletions.isEmpty }

  /// Merges one change; `covers` tells which earlier changes it had seen.
  mutating func touch(
    deletes: Bool, stamp: ChangeStamp, covers: (Int) throws -> Bool
  ) rethrows {
    created = min(created, stamp.timestamp)
    modified = max(modified, stamp.timestamp)
    if deletes {
      if try edits.allSatisfy(covers) { deletions.append(stamp.index) }
    } else {
      edits = try edits.filter { try !covers($0) } + [stamp.index]
      deletions = []
    }
  }
}
