package import AfterwitEncoding
package import AfterwitWire

/// What the relay keeps, behind transactions: the one thing that a binding to a database provides.
///
/// A write is durable when it returns and leaves nothing behind when it throws. Reads see one
/// committed state throughout.
package protocol RelayStorage: Sendable {
  /// Who this relay is; made with the storage, and gone with it.
  var identity: RelayIdentity { get }

  /// Runs a body that only reads.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value

  /// Runs a body alone among writers, and commits what it wrote unless it throws.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value
}

/// What is random once, when a relay's storage begins.
package struct RelayIdentity: Sendable {
  /// Names this life of the storage.
  package let generation: Generation
  /// The seed of the relay's Ed25519 key, 32 bytes.
  package let signingSeed: [UInt8]
  /// The key with which the relay knows its own challenges again, 32 bytes.
  package let challengeKey: [UInt8]

  /// An identity of given parts.
  package init(generation: Generation, signingSeed: [UInt8], challengeKey: [UInt8]) {
    precondition(signingSeed.count == 32 && challengeKey.count == 32)
    self.generation = generation
    self.signingSeed = signingSeed
    self.challengeKey = challengeKey
  }

  /// A new identity from 80 random bytes.
  package init(from environment: RelayEnvironment) {
    guard let generation = Generation(environment.randomBytes(16)) else {
      preconditionFailure("sixteen random bytes were asked for")
    }
    self.init(
      generation: generation, signingSeed: environment.randomBytes(32),
      challengeKey: environment.randomBytes(32))
  }
}

/// A journal as it is stored: its anchor, and where its order ends.
package struct StoredJournal: Hashable, Sendable {
  /// The storage's own short name of it.
  package let key: Int64
  /// The journal.
  package let id: JournalID
  /// The envelope that founded it.
  package let genesis: EnvelopeID
  /// Where its order ends.
  package var end: RelayCursor
  /// The position of its last control envelope; together with `key` it names one roster.
  package var lastControl: UInt64

  /// A journal of given parts.
  package init(
    key: Int64, id: JournalID, genesis: EnvelopeID, end: RelayCursor, lastControl: UInt64
  ) {
    self.key = key
    self.id = id
    self.genesis = genesis
    self.end = end
    self.lastControl = lastControl
  }
}

/// A session as it is stored: who speaks, about which journal.
package struct StoredSession: Hashable, Sendable {
  /// The journal.
  package let journal: JournalID
  /// The device.
  package let device: DeviceID
  /// When it ends, in milliseconds since 1970.
  package let expires: UInt64

  /// A session of given parts.
  package init(journal: JournalID, device: DeviceID, expires: UInt64) {
    self.journal = journal
    self.device = device
    self.expires = expires
  }
}

/// A mailbox as it is stored.
package struct StoredMailbox: Hashable, Sendable {
  /// The journal whose member opened it.
  package let journal: JournalID
  /// When it closes, in milliseconds since 1970.
  package let expires: UInt64

  /// A mailbox of given parts.
  package init(journal: JournalID, expires: UInt64) {
    self.journal = journal
    self.expires = expires
  }
}
