internal import GRDB

extension Transaction {
  /// What tells whether anything was written since.
  func moment() throws -> ReplayMemory.Moment {
    ReplayMemory.Moment(
      dataVersion: try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0,
      changeCount: try changeCount())
  }
}
