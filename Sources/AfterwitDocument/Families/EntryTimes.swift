public import AfterwitCausality

// Clocks disagree, and so the first change of an entry need not have the least timestamp. What was
// first and what was last is decided by ancestry; a timestamp only says when that was, and chooses
// where several changes were first, or last, without knowing of each other (AW-DOC-28).

/// When an entry was first and last touched.
public struct EntryTimes: Hashable, Sendable {
  /// A change that touched the entry.
  public struct Touch: Hashable, Sendable {
    /// Its index in the journal's causal graph here.
    public let index: Int
    /// When it was made.
    public let timestamp: Timestamp

    /// A touch of given parts.
    public init(index: Int, timestamp: Timestamp) {
      self.index = index
      self.timestamp = timestamp
    }
  }

  /// The changes that had seen no other that touched the entry.
  public private(set) var first: [Touch]
  /// The changes that no other that touched the entry has seen.
  public private(set) var last: [Touch]

  /// Times of given changes.
  public init(first: [Touch] = [], last: [Touch] = []) {
    self.first = first
    self.last = last
  }

  /// The least timestamp of the first changes.
  public var created: Timestamp { first.map(\.timestamp).min() ?? Timestamp(rawValue: 0) }
  /// The greatest timestamp of the last changes.
  public var modified: Timestamp { last.map(\.timestamp).max() ?? Timestamp(rawValue: 0) }

  /// Takes in a change that no earlier one has seen; `isSeen` tells which earlier ones it had seen.
  mutating func touch(_ touch: Touch, isSeen: (Int) throws -> Bool) rethrows {
    var unseen = try last.filter { try !isSeen($0.index) }
    // Who has seen one of the last has also seen one of the first.
    if unseen.count == last.count, try !first.contains(where: { try isSeen($0.index) }) {
      first.append(touch)
    }
    unseen.append(touch)
    last = unseen
  }
}
