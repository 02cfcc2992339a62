internal import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal

/// What `status` tells.
public struct Status: Hashable, Sendable {
  /// The journal.
  public let journal: JournalID
  /// This device.
  public let device: DeviceID
  /// How many entries are shown.
  public let entries: Int
  /// How many parts of reviews are open.
  public let reviews: Int
  /// How many envelopes the relay's heads lack, as far as this device knows.
  public let pending: Int
  /// How many envelopes wait for a parent, a key or a member.
  public let waiting: Int
  /// How many envelopes are kept without effect.
  public let quarantined: Int
  /// The relay's address, or `nil` where none is set.
  public let relay: String?
  /// The generation of the relay's storage that was last seen.
  public let generation: Generation?
  /// The hash of what is shown.
  public let digest: [UInt8]
  /// The hash of what is held.
  public let held: [UInt8]
}

/// One device of the journal.
public struct DeviceReport: Hashable, Sendable {
  /// The device.
  public let device: DeviceID
  /// Its name, or `nil` where this device has not read one yet.
  public let name: String?
  /// Whether it is this one.
  public let isThis: Bool
  /// The day and time of its last change that was read here, in milliseconds since 1970.
  public let lastMilliseconds: UInt64?
}

/// An entry that `find` found.
public struct Match: Hashable, Sendable {
  /// The entry.
  public let entry: EntryView
  /// The words around the place that matched, from one field.
  public let excerpt: String
}

/// Which entries `list` shows.
public struct ListFilter: Hashable, Sendable {
  /// Only those of this kind.
  public var kind: Kind?
  /// Only those with all of these tags.
  public var tags: [String]
  /// The deleted ones instead of the others.
  public var deleted: Bool
  /// At most this many, the newest.
  public var limit: Int?

  /// A filter of given parts.
  public init(kind: Kind? = nil, tags: [String] = [], deleted: Bool = false, limit: Int? = nil) {
    self.kind = kind
    self.tags = tags
    self.deleted = deleted
    self.limit = limit
  }
}

/// A text that was opened for editing, and the version it shows.
///
/// The draft's file survives until the edit is committed, whatever happens between.
public struct Draft: Sendable {
  /// The entry.
  public let entry: EntryID
  /// The field.
  public let field: String
  /// The text as it was shown.
  public let shown: String
  /// The file to edit, 0600, in the home's `drafts/`.
  public let path: String
  /// The version that was shown: the frontier of the journal at that moment.
  let version: [EnvelopeID]
  /// The parts of a review that the edit decides about; none for an ordinary edit.
  let answers: [PartAnswer]

  init(
    entry: EntryID, field: String, shown: String, path: String, version: [EnvelopeID],
    answers: [PartAnswer] = []
  ) {
    self.answers = answers
    self.entry = entry
    self.field = field
    self.shown = shown
    self.path = path
    self.version = version
  }
}
