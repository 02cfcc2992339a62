/// Why the relay's storage cannot be opened or used.
package enum StorageFailure: Error, Hashable, Sendable {
  /// The folder cannot be made, read or made private; the system's words.
  case folder(path: String, reason: String)
  /// The folder holds other things and no relay's database.
  case foreignFolder(path: String)
  /// The file is a database of something else.
  case foreignDatabase(path: String)
  /// A later program wrote the database.
  case newerSchema(found: Int, known: Int)
  /// The database does not wait for the disk, though it was told to.
  case notDurable
  /// Another process holds the storage too long.
  case busy
  /// The database contradicts itself; what, for the operator.
  case damaged(String)

  /// One sentence for the operator.
  package var sentence: String {
    switch self {
    case .folder(let path, let reason): "The folder \(path) cannot be used: \(reason)."
    case .foreignFolder(let path): "The folder \(path) is not empty and holds no relay."
    case .foreignDatabase(let path): "The file \(path) is not a relay's database."
    case .newerSchema(let found, let known):
      "A newer afterwit-relay wrote this database (schema \(found); this program knows \(known))."
    case .notDurable: "The database does not wait for the disk, so nothing would be safe."
    case .busy: "Another process holds the relay's database."
    case .damaged(let what): "The relay's database is damaged: \(what)."
    }
  }
}
