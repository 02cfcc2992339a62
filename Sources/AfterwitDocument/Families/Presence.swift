public import AfterwitCausality
public import AfterwitEncoding
internal import AfterwitText

/// Whether an entry is hidden, when it was first and last touched, and who deleted it unseen.
///
/// An entry is hidden while some deletion of it had seen every other operation on it: an edit made
/// elsewhere at the same time, or later, keeps it in sight.
public struct Presence: Hashable, Sendable {
  /// A change, and where it stands on this device.
  public struct KnownChange: Hashable, Sendable {
    /// Its index in the journal's causal graph here.
    public let index: Int
    /// Its envelope.
    public let envelope: EnvelopeID

    /// A change of given parts.
    public init(index: Int, envelope: EnvelopeID) {
      self.index = index
      self.envelope = envelope
    }
  }

  /// A deletion that no later mark has seen.
  public struct Deletion: Hashable, Sendable {
    /// The change that deletes.
    public let change: KnownChange
    /// The maximal ones of the changes that touched the entry without having seen the deletion.
    public internal(set) var contestants: [KnownChange]

    /// A deletion of given parts.
    public init(change: KnownChange, contestants: [KnownChange]) {
      self.change = change
      self.contestants = contestants
    }
  }

  /// What a change does to an entry, in ascending order of weight.
  package enum Touch: Int, Comparable, Sendable {
    /// It edits a field of it, or does what is not understood.
    case edit
    /// It says that the entry stands.
    case restoration
    /// It deletes the entry, whatever else it does.
    case deletion

    /// Orders by weight.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// When the entry was first and last touched.
  public private(set) var times: EntryTimes
  /// The maximal changes that touched the entry without deleting it.
  public private(set) var edits: [KnownChange]
  /// The indices of the deletions that had seen every other operation.
  public private(set) var hiding: [Int]
  /// The deletions that no later deletion or restoration has seen.
  public private(set) var deletions: [Deletion]

  /// The presence of an entry as the store keeps it.
  public init(
    times: EntryTimes, edits: [KnownChange], hiding: [Int], deletions: [Deletion]
  ) {
    self.times = times
    self.edits = edits
    self.hiding = hiding
    self.deletions = deletions
  }

  /// The presence of what nothing has touched yet.
  public init() {
    self.init(times: EntryTimes(), edits: [], hiding: [], deletions: [])
  }

  /// When the entry was first touched.
  public var created: Timestamp { times.created }
  /// When the entry was last touched.
  public var modified: Timestamp { times.modified }

  /// Whether nothing touched the entry that still stands.
  public var isUntouched: Bool { times.first.isEmpty }
  /// Whether the entry is hidden: it was deleted, or all that ever touched it was taken back.
  public var isHidden: Bool { !hiding.isEmpty || isUntouched }

  /// The deletions that somebody touched the entry beside; none while it is hidden.
  public var contested: [Deletion] {
    isHidden ? [] : deletions.filter { !$0.contestants.isEmpty }
  }

  /// What is under review: the deletion, as one part, where it is contested.
  public var openParts: [OpenPart] {
    let contested = contested
    guard !contested.isEmpty else { return [] }
    let changes = contested.flatMap { [$0.change] + $0.contestants }
    let hunks = Set(changes.map { HunkID(envelope: $0.envelope, number: 0) })
    return [OpenPart(field: .presence, kind: .deletion, hunks: Array(hunks))]
  }

  /// Merges one change; `covers` tells which earlier changes it had seen.
  mutating func merge(
    _ touch: Touch, stamp: ChangeStamp, covers: (Int) throws -> Bool
  ) throws {
    // One change may be asked about several times, and an answer may cost a walk through the graph.
    var answers: [(index: Int, isSeen: Bool)] = []
    func isSeen(_ index: Int) throws -> Bool {
      if let known = answers.first(where: { $0.index == index }) { return known.isSeen }
      answers.append((index, try covers(index)))
      return answers[answers.count - 1].isSeen
    }
    try times.touch(
      EntryTimes.Touch(index: stamp.index, timestamp: stamp.timestamp), isSeen: isSeen)
    let change = KnownChange(index: stamp.index, envelope: stamp.order.envelope)
    if touch != .edit {
      deletions = try deletions.filter { try !isSeen($0.change.index) }
    }
    var unseen = try edits.filter { try !isSeen($0.index) }
    if touch == .deletion {
      if unseen.isEmpty { hiding.append(stamp.index) }
      deletions.append(Deletion(change: change, contestants: unseen))
      return
    }
    unseen.append(change)
    edits = unseen
    hiding = []
    for place in deletions.indices where try !isSeen(deletions[place].change.index) {
      deletions[place].contestants =
        try deletions[place].contestants.filter { try !isSeen($0.index) } + [change]
    }
  }
}
