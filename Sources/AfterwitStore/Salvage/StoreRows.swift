internal import Foundation
internal import GRDB

/// The rows that SQLite still reads from a damaged database.
struct StoreRows {
  /// If the end is not known, how many numbers beyond the last row read are tried.
  private static let reach: Int64 = 4096

  private(set) var problems: [String] = []
  private(set) var envelopes: [[UInt8]] = []
  private(set) var properties: [(name: String, value: [UInt8])] = []

  /// Reads what can be read; a database that cannot be opened gives only a problem.
  init(readingCopy path: String) {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.inDatabase { database in
        readProperties(database)
        readEnvelopes(database)
        try check(database)
      }
    } catch {
      problems.append(Self.sentence(error))
    }
  }

  private mutating func check(_ database: Database) throws {
    let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
    if lines != ["ok"] {
      problems += lines.map { $0.split(separator: "\n").joined(separator: "; ") }
    }
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    if application != Store.applicationID { problems.append("the file is not marked as a journal") }
  }

  private mutating func readProperties(_ database: Database) {
    for property in Property.allCases {
      let value = try? Data.fetchOne(
        database, sql: "SELECT value FROM property WHERE name = ?",
        arguments: [property.rawValue])
      if let value { properties.append((property.rawValue, Array(value))) }
    }
  }

  /// Reads row by row, so that a damaged page costs its own rows only.
  private mutating func readEnvelopes(_ database: Database) {
    let last =
      (try? Int64.fetchOne(database, sql: "SELECT max(sequence) FROM envelope")) ?? nil
    var number: Int64 = 1
    var end = last ?? Self.reach
    while number <= end {
      if let data = try? Data.fetchOne(
        database, sql: "SELECT bytes FROM envelope WHERE sequence = ?", arguments: [number])
      {
        envelopes.append(Array(data))
        if last == nil { end = number + Self.reach }
      }
      number += 1
    }
  }

  private static func sentence(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "\(error)" }
    return error.message ?? error.description
  }
}
