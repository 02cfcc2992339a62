internal import GRDB

internal import struct Foundation.Data

/// One transaction on the store: typed reads and writes of its tables.
///
/// It lives as long as the body it is given to. Every read and write throws ``StoreFailure``, or
/// what SQLite says, which ``StoreFailure`` then names.
public struct Transaction {
  let database: Database
  let replayMemory: ReplayMemory

  init(_ database: Database, replayMemory: ReplayMemory) {
    self.database = database
    self.replayMemory = replayMemory
  }

  /// The value of a property, or `nil` where it has none.
  public func property(_ name: Property) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: "SELECT value FROM property WHERE name = ?")
    return try Data.fetchOne(statement, arguments: [name.rawValue]).map { Array($0) }
  }

  /// Gives a property a value, or takes it away.
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

  /// Empties every table that is derived from the envelopes, and the envelopes with them.
  ///
  /// Whoever calls this has read the envelopes, and admits them again in the same transaction.
  public func clear() throws {
    replayMemory.forget()
    for table in Schema.derivedTables + ["envelope"] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
  }
}

/// A single value that the store keeps for the device.
public enum Property: String, Sendable {
  /// The journal's id.
  case journal
  /// The id of the genesis envelope.
  case genesis
  /// The device's private keys.
  case deviceKeys = "device-keys"
  /// The epoch keys that are known.
  case keyring
  /// The greatest timestamp given or accepted.
  case clock
  /// The name of this device until the journal holds it.
  case deviceName = "device-name"
  /// The entry that was touched last.
  case lastEntry = "last-entry"
  /// The parts of reviews that a person was shown last.
  case shownReviews = "shown-reviews"
  /// The relay's address.
  case relayAddress = "relay-address"
  /// The operator's code that was not used yet.
  case relayCode = "relay-code"
  /// The session's token.
  case relayToken = "relay-token"
  /// The generation of the relay's storage.
  case relayGeneration = "relay-generation"
  /// The cursor in the relay's order.
  case relayCursor = "relay-cursor"
  /// The heads the relay last told.
  case relayHeads = "relay-heads"
}
