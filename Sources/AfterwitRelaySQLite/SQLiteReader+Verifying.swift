package import AfterwitRelay
internal import GRDB

extension SQLiteReader {
  /// Looks at all that is held, by SQLite's own check and by what follows from the envelopes.
  ///
  /// What SQLite cannot read is a fault like any other.
  package func verify() async throws -> (faults: [StorageFault], found: StorageVerification?) {
    var faults = try await telling { database in
      let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
      return lines.filter { $0 != "ok" }.map { StorageFault("the file: \($0)") }
        + Set(strays.map { $0[0] as String }).sorted().map {
          StorageFault("there are rows of no journal in the table \($0)")
        }
    }
    do {
      let found = try await database.read { database in
        _ = try SQLiteStorage.identity(in: database)
        return try StorageVerification(of: SQLiteTransaction(database: database))
      }
      return (faults + found.faults, found)
    } catch let damage as StorageDamage {
      faults.append(StorageFault("what is kept of \(damage.what) makes no sense"))
    } catch let error as DatabaseError where Self.isDamage(error) {
      faults.append(StorageFault("the file: \(error.message ?? "it cannot be read")"))
    }
    return (faults, nil)
  }

  /// What a body finds, or that SQLite could not read on.
  private func telling(
    _ body: @escaping @Sendable (Database) throws -> [StorageFault]
  ) async throws -> [StorageFault] {
    do {
      return try await database.read(body)
    } catch let error as DatabaseError where Self.isDamage(error) {
      return [StorageFault("the file: \(error.message ?? "it cannot be read")")]
    }
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
  }
}
