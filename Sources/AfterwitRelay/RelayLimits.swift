internal import AfterwitWire

/// The bounds that are the relay's own affair; those both sides know are ``Limits``.
package enum RelayLimits {
  /// The most envelopes of an introduction whose signatures are checked.
  static let introduction = 512
  /// How long an operator's code may be used, in milliseconds: seven days.
  package static let codeLifetime: UInt64 = 7 * 24 * 3_600_000
  /// The random bytes of an operator's code: 80 bits.
  package static let codeByteCount = 10
  /// What a journal is given unless the operator says otherwise.
  package static let quota = Quota(
    bytes: 256 * 1024 * 1024, envelopes: 500_000, appendsPerMinute: 600)
  /// The least bytes that a journal may be given: what is kept back, and as much beside it.
  package static let leastBytes = 2 * reservedBytes
  /// How many of a journal's bytes are kept back for control envelopes.
  package static let reservedBytes: UInt64 = 1024 * 1024
  /// The most sessions of one device; the oldest ends when another begins.
  package static let sessionsPerDevice = 64
  /// The most streams of events of one device; the oldest ends when another begins.
  package static let streamsPerDevice = 4
  /// The most streams of events at once: other calls keep half of the connections.
  package static let streams = connections / 2
  /// The most mailboxes of one journal that stand at once.
  package static let mailboxesPerJournal = 8
  /// The longest page of a batch that shares one transaction, in bytes.
  package static let batch = 16 * 1024 * 1024
  /// The most requests that wait to be appended.
  package static let waitingAppends = 512
  /// The most introductions that are read at once.
  package static let introductions = 4
  /// How many envelopes of a page are verified before others have their turn.
  package static let verifiedAtOnce = 16
  /// The most sessions kept in memory.
  package static let cachedSessions = 4096
  /// For how many milliseconds a session in memory is believed.
  package static let cachedSessionLifetime: UInt64 = 1000
  /// The most journals whose rosters are kept in memory.
  package static let cachedRosters = 256
  /// The most addresses and journals whose request rate is remembered.
  package static let rememberedRates = 65_536
  /// The most connections at once.
  package static let connections = 512
  /// The most connections of one address: others keep half.
  package static let connectionsOfAddress = 256
  /// The longest field of a request's head, and the longest head, in bytes.
  package static let head = 16 * 1024
  /// The most fields of a request's head.
  package static let headFields = 64
  /// For how many seconds a writer waits for another process's transaction.
  package static let busySeconds = 5
}
