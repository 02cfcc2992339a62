internal import AfterwitEncoding
internal import AfterwitRelay
internal import GRDB

/// The tables of the SQLite binding, and how a database is known as a relay's.
enum SQLiteSchema {
  /// `AWRL`, the application id in the file's header.
  static let applicationID = 0x4157_524c
  /// The version of the tables, kept as `user_version`.
  static let version = 2

  /// Makes the tables of an empty database, or checks that they are there and known.
  static func prepare(
    _ database: Database, path: String, identity: () -> RelayIdentity
  ) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if application == 0, found == 0, tables == 0 {
      try create(database, identity: identity())
      return
    }
    guard application == applicationID else { throw SQLiteFailure.foreignDatabase(path: path) }
    guard found <= version else {
      throw SQLiteFailure.newerSchema(found: found, known: version)
    }
    guard found < version else { return }
    try database.execute(sql: quotas)
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Checks that a database is a relay's, and of this version or one before.
  static func requireKnown(_ database: Database, path: String, isCurrent: Bool) throws {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard application == applicationID else { throw SQLiteFailure.foreignDatabase(path: path) }
    guard found <= version else {
      throw SQLiteFailure.newerSchema(found: found, known: version)
    }
    guard found == version || !isCurrent else { throw SQLiteFailure.olderSchema(path: path) }
  }

  private static func create(_ database: Database, identity: RelayIdentity) throws {
    try database.execute(sql: tables + quotas)
    try database.execute(
      sql: "INSERT INTO relay (generation, signing_seed, challenge_key) VALUES (?, ?, ?)",
      arguments: [
        identity.generation.bytes.blob, identity.signingSeed.blob, identity.challengeKey.blob,
      ])
    try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// What the second version has beside the tables of the first: what a journal is given and uses.
  private static let quotas = """
    ALTER TABLE journal ADD COLUMN byte_count INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE journal ADD COLUMN last_stored INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE journal ADD COLUMN max_bytes INTEGER;
    ALTER TABLE journal ADD COLUMN max_envelopes INTEGER;
    ALTER TABLE journal ADD COLUMN max_appends INTEGER;
    ALTER TABLE code ADD COLUMN max_bytes INTEGER;
    ALTER TABLE code ADD COLUMN max_envelopes INTEGER;
    ALTER TABLE code ADD COLUMN max_appends INTEGER;
    UPDATE journal SET byte_count = (
      SELECT coalesce(sum(length(bytes)), 0) FROM envelope WHERE envelope.journal = journal.key);
    """

  /// The tables of the first version.
  ///
  /// `tip` is derived from `envelope`: kept so that heads cost the number of tips.
  private static let tables = """
    CREATE TABLE relay (
      generation BLOB NOT NULL, signing_seed BLOB NOT NULL, challenge_key BLOB NOT NULL
    ) STRICT;
    CREATE TABLE journal (
      key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, genesis BLOB NOT NULL,
      end_position INTEGER NOT NULL, end_hash BLOB NOT NULL, last_control INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE envelope (
      journal INTEGER NOT NULL REFERENCES journal (key), position INTEGER NOT NULL,
      id BLOB NOT NULL UNIQUE, device BLOB NOT NULL, number INTEGER NOT NULL,
      kind INTEGER NOT NULL, running_hash BLOB NOT NULL, bytes BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX envelope_order ON envelope (journal, position);
    CREATE INDEX envelope_log ON envelope (journal, device, number, id);
    CREATE INDEX envelope_control ON envelope (journal, position) WHERE kind = 3;
    CREATE TABLE tip (
      journal INTEGER NOT NULL REFERENCES journal (key), device BLOB NOT NULL,
      number INTEGER NOT NULL, id BLOB NOT NULL, PRIMARY KEY (journal, device, number, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE code (
      hash BLOB PRIMARY KEY NOT NULL, expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE session (
      hash BLOB PRIMARY KEY NOT NULL, journal BLOB NOT NULL REFERENCES journal (id),
      device BLOB NOT NULL, expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX session_device ON session (journal, device, expires);
    CREATE TABLE answered_challenge (
      nonce BLOB PRIMARY KEY NOT NULL, expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mailbox (
      id BLOB PRIMARY KEY NOT NULL, journal BLOB NOT NULL REFERENCES journal (id),
      expires INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE message (
      mailbox BLOB NOT NULL REFERENCES mailbox (id) ON DELETE CASCADE, number INTEGER NOT NULL,
      bytes BLOB NOT NULL, PRIMARY KEY (mailbox, number)
    ) STRICT;
    """
}
