import AfterwitProcesses
import GRDB

/// Looks into a store's file as SQLite sees it.
struct StoreProbe {
  /// What `integrity_check` says of a device's file: `ok` where it is sound.
  static func integrity(of device: String, on stage: Stage) throws -> String {
    try read("PRAGMA integrity_check", of: device, on: stage)
  }

  /// The number of the schema of a device's file.
  static func schema(of device: String, on stage: Stage) throws -> String {
    try read("PRAGMA user_version", of: device, on: stage)
  }

  /// Changes a device's file behind the command's back.
  static func write(_ sql: String, to device: String, on stage: Stage) throws {
    try DatabaseQueue(path: path(of: device, on: stage)).writeWithoutTransaction { database in
      try database.execute(sql: sql)
    }
  }

  /// The path of a device's file.
  static func path(of device: String, on stage: Stage) -> String {
    stage.scratch.path + "/" + device + "/journal.sqlite"
  }

  private static func read(_ sql: String, of device: String, on stage: Stage) throws -> String {
    try DatabaseQueue(path: path(of: device, on: stage)).read { database in
      try String.fetchAll(database, sql: sql).joined(separator: "\n")
    }
  }
}
