internal import GRDB

/// The tables of a store; the ground state first, then what is derived from it.
enum Schema {
  /// Refuses a file that a later version has upgraded while this process had it open.
  static func requireKnown(_ database: Database) throws {
    let statement = try database.cachedStatement(sql: "PRAGMA user_version")
    let version = try Int.fetchOne(statement) ?? 0
    guard version <= Store.schemaVersion else { throw StoreFailure.newerSchema(version) }
  }

  /// Whether the file is new; refuses one that is not ours or comes from a later version.
  static func isAbsent(_ queue: DatabaseQueue) throws -> Bool {
    try queue.read { database in
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      if application == Store.applicationID {
        guard version <= Store.schemaVersion else { throw StoreFailure.newerSchema(version) }
        return false
      }
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard version == 0, application == 0, tables == 0 else {
        throw StoreFailure.damaged("the file is not a journal of this program")
      }
      return true
    }
  }

  /// Makes the tables of a new file, unless another process has just done so.
  static func create(_ queue: DatabaseQueue) throws {
    try queue.write { database in
      guard try Int.fetchOne(database, sql: "PRAGMA application_id") == 0 else { return }
      try database.execute(sql: ground + derived)
      try database.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
      try database.execute(sql: "PRAGMA user_version = \(Store.schemaVersion)")
    }
  }

  static let ground = """
    CREATE TABLE property (
      name TEXT PRIMARY KEY,
      value BLOB NOT NULL
    ) WITHOUT ROWID;

    -- Every envelope, byte for byte, in the order of admission.
    CREATE TABLE envelope (
      sequence INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      device BLOB NOT NULL,
      number INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      standing INTEGER NOT NULL,
      missing BLOB,
      bytes BLOB NOT NULL
    );
    CREATE INDEX envelope_log ON envelope (device, number);
    CREATE INDEX envelope_kind ON envelope (kind) WHERE kind <> 1;
    CREATE INDEX envelope_standing ON envelope (standing) WHERE standing <> 0;
    CREATE INDEX envelope_missing ON envelope (missing) WHERE missing IS NOT NULL;

    """

  /// The columns of an entry that lists are chosen by, beside those of their order.
  private static let chosen =
    "last_due, kind, private, starred, reviews, mood, occasion, state"

  static let derived = """
    -- The ends of each log.
    CREATE TABLE tip (
      device BLOB NOT NULL,
      number INTEGER NOT NULL,
      id BLOB NOT NULL,
      PRIMARY KEY (device, number, id)
    ) WITHOUT ROWID;

    -- Opened changes by their index in the causal graph; parents is a list of indices.
    CREATE TABLE change (
      position INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      device BLOB NOT NULL,
      number INTEGER NOT NULL,
      timestamp INTEGER NOT NULL,
      parents BLOB NOT NULL,
      body BLOB NOT NULL
    );
    CREATE INDEX change_device ON change (device, position);

    -- Which changes with an effect have a block of an entry.
    CREATE TABLE entry_change (
      entry BLOB NOT NULL,
      change INTEGER NOT NULL,
      PRIMARY KEY (entry, change)
    ) WITHOUT ROWID;

    -- Which changes take which back.
    CREATE TABLE undone (
      undo INTEGER NOT NULL,
      change INTEGER NOT NULL,
      PRIMARY KEY (undo, change)
    ) WITHOUT ROWID;

    -- The heads of the causal graph.
    CREATE TABLE head (position INTEGER PRIMARY KEY);

    -- Whether an entry, or an element of one of its lists, is there. An entry itself has an empty
    -- list and element; so has a field of its own.
    CREATE TABLE presence (
      entry BLOB NOT NULL,
      list TEXT NOT NULL,
      element BLOB NOT NULL,
      state BLOB NOT NULL,
      PRIMARY KEY (entry, list, element)
    ) WITHOUT ROWID;
    CREATE INDEX presence_element ON presence (element) WHERE element <> x'';

    CREATE TABLE field (
      rowid INTEGER PRIMARY KEY,
      entry BLOB NOT NULL,
      list TEXT NOT NULL,
      element BLOB NOT NULL,
      name TEXT NOT NULL,
      family INTEGER NOT NULL,
      state BLOB NOT NULL,
      UNIQUE (entry, list, element, name, family)
    );

    -- The events of a text or a list; parents is a list of positions in the same field.
    CREATE TABLE text_event (
      field INTEGER NOT NULL REFERENCES field,
      position INTEGER NOT NULL,
      change INTEGER NOT NULL REFERENCES change,
      parents BLOB NOT NULL,
      PRIMARY KEY (field, position)
    ) WITHOUT ROWID;

    -- What list and find choose by.
    CREATE TABLE entry (
      rowid INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      -- The day that it tells of, where it has one, and the first and the last on which something in
      -- it is due.
      day TEXT,
      due TEXT,
      last_due TEXT,
      deleted INTEGER NOT NULL,
      private INTEGER NOT NULL,
      starred INTEGER NOT NULL,
      reviews INTEGER NOT NULL,
      mood INTEGER,
      occasion TEXT,
      state TEXT,
      hash BLOB NOT NULL
    );
    CREATE INDEX entry_reviews ON entry (modified) WHERE reviews > 0;
    -- One for each order of a list. Behind the order stands what entries are chosen by, so that
    -- who looks for a few walks through one index and reads the rows of none that is not meant.
    CREATE INDEX entry_day ON entry (deleted, day, created, id, due, \(chosen));
    CREATE INDEX entry_created ON entry (deleted, created, id, day, due, \(chosen));
    CREATE INDEX entry_modified ON entry (deleted, modified, id, created, day, due, \(chosen));
    CREATE INDEX entry_due ON entry (deleted, due, created, id, day, \(chosen))
      WHERE due IS NOT NULL;
    -- The view of each entry, which nobody has to derive to read it, with the times that are not among
    -- its bytes, so that who reads it looks up one row.
    CREATE TABLE entry_view (
      entry INTEGER PRIMARY KEY REFERENCES entry ON DELETE CASCADE,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      view BLOB NOT NULL
    );
    -- What entries are chosen by beside their kind and their words: tags, days, organisations, open reviews.
    CREATE TABLE facet (
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      name TEXT NOT NULL,
      value BLOB NOT NULL,
      PRIMARY KEY (name, value, entry)
    ) WITHOUT ROWID;
    CREATE INDEX facet_entry ON facet (entry);
    -- What a list of reviews prints of each open part, in the order of the view.
    CREATE TABLE open_part (
      entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
      place INTEGER NOT NULL,
      line BLOB NOT NULL,
      PRIMARY KEY (entry, place)
    ) WITHOUT ROWID;
    -- A word of the index is what spaces part, signs and all.
    CREATE VIRTUAL TABLE search USING fts5 (
      words, tokenize = 'ascii tokenchars ''!"#$%&''''()*+,-./:;<=>?@[\\]^_`{|}~'''
    );

    """

  /// The tables that a rebuild empties, children before parents.
  static let derivedTables = [
    "search", "open_part", "facet", "entry_view", "entry", "text_event", "field", "presence",
    "head", "undone",
    "entry_change", "change", "tip",
  ]
}
