internal import GRDB

extension Transaction {
  /// Two numbers that differ once anything was written.
  func moment() throws -> ReplayMemory.Moment {
    ReplayMemory.Moment(
      dataVersion: try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0,
      changeCount: try changeCount())
  }
}
