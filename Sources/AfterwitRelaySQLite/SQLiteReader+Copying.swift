internal import AfterwitEncoding
package import AfterwitRelay
internal import GRDB

// A copy is made by SQLite itself, in one step of one committed state, while others write on. It is a
// single file without a log of writes, which can be carried anywhere.

extension SQLiteReader {
  /// Writes all that is held into a new file, which is private and whole or not there.
  /// - Throws: ``SQLiteFailure``, `occupied` for a file that is there; ``StorageFull``; or the
  ///   database's own error.
  package func backUp(to path: String) throws {
    try copy(to: PrivateFile(new: path)) { _ in }
  }

  /// Puts what a backup holds into an empty folder, as a relay of another generation.
  ///
  /// The relay's key stays, by which devices know it. Its sessions, codes and mailboxes are gone, and so
  /// is the key of its challenges: whoever has the backup can use nothing that was given out.
  /// - Throws: ``SQLiteFailure``, `occupied` for a folder that is not empty; ``StorageFull``; or the
  ///   database's own error.
  package static func restore(
    _ file: String, into folder: String, environment: RelayEnvironment
  ) throws {
    let backup = try SQLiteReader(file: file, isCurrent: false)
    let target = try PrivateFile(new: StorageFolder(empty: folder).database)
    let identity = RelayIdentity(from: environment)
    try backup.copy(to: target) { database in
      try SQLiteSchema.prepare(database, path: file) { identity }
      try database.execute(
        sql: "UPDATE relay SET generation = ?, challenge_key = ?",
        arguments: [identity.generation.bytes.blob, identity.challengeKey.blob])
      for table in ["session", "code", "answered_challenge", "message", "mailbox"] {
        try database.execute(sql: "DELETE FROM \(table)")
      }
    }
    try backup.close()
  }

  private func copy(to file: PrivateFile, _ change: (Database) throws -> Void) throws {
    do {
      let copy = try DatabaseQueue(path: file.draft)
      try database.backup(to: copy)
      try copy.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = DELETE")
        try database.inTransaction(.immediate) {
          try change(database)
          return .commit
        }
      }
      try copy.close()
      try file.finish()
    } catch {
      file.abandon()
      if let error = error as? DatabaseError, error.resultCode == .SQLITE_FULL {
        throw StorageFull()
      }
      throw error
    }
  }
}
