internal import AfterwitRelay
internal import AfterwitRelaySQLite

extension RelayCommandFailure {
  /// A storage that cannot be opened or used.
  init(storage error: any Error, folder: String) {
    self.init(
      what: Self.sentence(of: error)
        ?? "The relay's database in \(folder) cannot be used: \(error)",
      safe: "Nothing was changed; every device still holds its whole journal.",
      next: Self.advice(after: error, folder: folder))
  }

  private static func sentence(of error: any Error) -> String? {
    if error is StorageFull { return "The disk is full." }
    if let damage = error as? StorageDamage {
      return "The relay's database is damaged: \(damage.what)."
    }
    return (error as? SQLiteFailure).map(sentence(of:))
  }

  private static func sentence(of failure: SQLiteFailure) -> String {
    switch failure {
    case .folder(let path, let reason): "The folder \(path) cannot be used: \(reason)."
    case .foreignFolder(let path): "The folder \(path) is not empty and holds no relay."
    case .occupied(let path): "\(path) is there already, and is not written over."
    case .noRelay(let path): "The folder \(path) holds no relay."
    case .olderSchema(let path): "An earlier afterwit-relay wrote the database \(path)."
    case .foreignDatabase(let path): "The file \(path) is not a relay's database."
    case .newerSchema(let found, let known):
      "A newer afterwit-relay wrote this database (schema \(found); this program knows \(known))."
    case .notDurable: "The database does not wait for the disk, so nothing would be safe."
    case .busy: "Another process holds the relay's database."
    }
  }

  private static func advice(after error: any Error, folder: String) -> String {
    if error is StorageDamage {
      return "Begin anew in an empty folder, the devices bring everything: --data DIR"
    }
    if error is StorageFull { return "Make room, then type it again." }
    return switch error as? SQLiteFailure {
    case .occupied: "Name another that is not there yet, or an empty folder."
    case .newerSchema: "Install the newer afterwit-relay, or name another folder: --data DIR"
    case .noRelay: "Name the folder that it serves from: --data DIR"
    case .olderSchema:
      "Let this afterwit-relay serve it once: afterwit-relay serve --data \(folder)"
    case .busy: "Try again in a moment, or look for another afterwit-relay on \(folder)."
    default: "Name a folder of the relay's own: afterwit-relay serve --data DIR"
    }
  }
}
