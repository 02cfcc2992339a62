/// Why the SQLite binding cannot open or use its folder.
package enum SQLiteFailure: Error, Hashable, Sendable {
  /// The folder cannot be made, read or made private; the system's words.
  case folder(path: String, reason: String)
  /// The folder holds other things and no relay's database.
  case foreignFolder(path: String)
  /// The folder holds no relay, where one is needed.
  case noRelay(path: String)
  /// The folder or file is there already, where none may be.
  case occupied(path: String)
  /// The file is a database of something else.
  case foreignDatabase(path: String)
  /// A later program wrote the database.
  case newerSchema(found: Int, known: Int)
  /// An earlier program wrote the database, which is to be read and not changed.
  case olderSchema(path: String)
  /// The database does not wait for the disk, though it was told to.
  case notDurable
  /// Another process holds the storage too long.
  case busy
}
