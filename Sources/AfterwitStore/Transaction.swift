internal import GRDB

internal import struct Foundation.Data

/// One transaction on the store: typed reads and writes of its tables.
///
/// It lives as long as the body it is given to. Every read and write throws ``StoreFailure`` or an
/// error of SQLite; ``StoreFailure/init(naming:)`` takes both.
public struct Transaction {
  let database: Database
  let replayMemory: ReplayMemory

  init(_ database: Database, replayMemory: ReplayMemory) {
    self.database = database
    self.replayMemory = replayMemory
  }

  /// The value of a property; `nil` if it has none.
  public func property(_ name: Property) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: "SELECT value FROM property WHERE name = ?")
    return try Data.fetchOne(statement, arguments: [name.rawValue]).map { Array($0) }
  }

  /// Gives a property a value, or removes it.
  public func setProperty(_ name: Property, to value: [UInt8]?) throws {
    if let value {
      try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)"
      ).execute(arguments: [name.rawValue, Data(value)])
    } else {
      try database.cachedStatement(sql: "DELETE FROM property WHERE name = ?")
        .execute(arguments: [name.rawValue])
    }
  }

  /// Empties the table of envelopes and every table that is derived from them.
  ///
  /// The caller has read the envelopes before, and admits them again in the same transaction.
  public func clear() throws {
    replayMemory.forget()
    for table in Schema.derivedTables + ["envelope"] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
  }
}

/// A single value that the store keeps for the device.
public enum Property: String, CaseIterable, Sendable {
  /// The journal's id.
  case journal
  /// The id of the genesis envelope.
  case genesis
  /// The device's private keys.
  case deviceKeys = "device-keys"
  /// The epoch keys that are known.
  case keyring
  /// What was noticed about clocks.
  case clockNotes = "clock-notes"
  /// The name of this device until the journal holds it.
  case deviceName = "device-name"
  /// The join that its person confirmed, until it is known to have admitted this device.
  case pendingJoin = "pending-join"
  /// The meeting under new keys that its person confirmed, of a machine that was shut out.
  case pendingRejoin = "pending-rejoin"
  /// The keys before that meeting, and the last envelope that was written under them.
  case oldKeys = "old-keys"
  /// The ids of devices that are listed no longer.
  case forgottenDevices = "forgotten-devices"
  /// When the backup was made, in milliseconds since 1970, that this home was restored from, until it
  /// is a device of the journal.
  case restored
  /// When a backup was last made here, in milliseconds since 1970.
  case backupMade = "backup-made"
  /// When a backup of the journal was last checked here, in milliseconds since 1970.
  case backupChecked = "backup-checked"
  /// When a drill last held, in milliseconds since 1970.
  case drilled
  /// When a person was last reminded of one, in milliseconds since 1970.
  case drillReminded = "drill-reminded"
  /// The mailboxes of invites of this home that may be open still, the oldest first.
  case openMailboxes = "open-mailboxes"
  /// The entry that was touched last.
  case lastEntry = "last-entry"
  /// The parts of reviews that a person was shown last.
  case shownReviews = "shown-reviews"
  /// The drafts that went last, and the changes that they became.
  case finishedDrafts = "finished-drafts"
  /// The document drafts that became changes last.
  case finishedDocuments = "finished-documents"
  /// The relay's address.
  case relayAddress = "relay-address"
  /// The headers that a proxy before the relay wants, below the place that they are for; secrets.
  case relayHeaders = "relay-headers"
  /// The operator's code that was not used yet.
  case relayCode = "relay-code"
  /// The session's token.
  case relayToken = "relay-token"
  /// The relay's key.
  case relayKey = "relay-key"
  /// The generation of the relay's storage.
  case relayGeneration = "relay-generation"
  /// The cursor in the relay's order.
  case relayCursor = "relay-cursor"
  /// When the last exchange with the relay ended well, in milliseconds since 1970.
  case relayAnswered = "relay-answered"
  /// The heads that the relay told last.
  case relayHeads = "relay-heads"
  /// The heads of what the relay was known to hold before it lacked any of it.
  case relayHeld = "relay-held"
  /// When the last exchange that nobody waited for ended, and how.
  case automaticSync = "automatic-sync"
  /// The id of the last envelope that this home itself wrote; zeros if it wrote none.
  case ownTip = "own-tip"
  /// The ids of the identities that this home gave up.
  case formerDevices = "former-devices"
  /// The ids of those former identities that no report has mentioned.
  case untoldFormerDevices = "untold-former-devices"
  /// The ids of those whom somebody shut out, if no report has mentioned it.
  case untoldExclusions = "untold-exclusions"
  /// That members lack keys that are held here, if they do: how many.
  case owedKeys = "owed-keys"
  /// The tags of records of a newer version that must not be passed over, if there are any.
  case criticalTags = "critical-tags"
  /// What this device said last that it holds, and under which identity.
  case acknowledged
  /// The ids of devices whose logs were found forked, if no report has mentioned it.
  case untoldForks = "untold-forks"
}
