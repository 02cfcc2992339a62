internal import GRDB

extension Schema {
  /// The step that brings the ground tables from each schema number to the next; the first is empty
  /// because no file has the number 0.
  static let steps = [
    "",
    // 1 to 2: the ground tables are the same.
    "",
    // 2 to 3: the ground tables are the same.
    "",
    // 3 to 4: the ground tables are the same.
    "",
    // 4 to 5: a change is stamped with the wall clock, and the greatest timestamp known is nothing.
    "DELETE FROM property WHERE name = 'clock'",
    // 5 to 6: the ground tables are the same.
    "",
    // 6 to 7: the ground tables are the same.
    "",
    // 7 to 8: the ground tables are the same.
    "",
    // 8 to 9: the ground tables are the same.
    "",
    // 9 to 10: the ground tables are the same.
    "",
    // 10 to 11: the ground tables are the same.
    "",
    // 11 to 12: the ground tables are the same.
    "",
  ]

  /// Drops every table that is not a ground table, whichever version made it.
  static func dropDerived(_ database: Database) throws {
    let kept: Set<String> = ["property", "envelope"]
    let tables = try Row.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'
          ESCAPE '\\' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC
        """
    ).map { row -> String in row[0] }
    // Dropping a virtual table also drops the tables behind it.
    for name in tables where !kept.contains(name) {
      try database.execute(sql: "DROP TABLE IF EXISTS \"\(name)\"")
    }
  }
}
