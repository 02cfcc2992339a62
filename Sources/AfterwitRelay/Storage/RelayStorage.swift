/// What the relay keeps, behind transactions: the one thing that a binding to a database provides.
///
/// A write is durable when it returns and leaves nothing behind when it throws. A read sees one
/// committed state throughout. What a body throws is thrown unchanged. `AfterwitStorageContract`
/// holds these sentences and those of ``RelayTransaction`` as clauses that every binding must pass.
package protocol RelayStorage: Sendable {
  /// Who this relay is; made with the storage, and gone with it.
  var identity: RelayIdentity { get }

  /// Runs a body that only reads.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value

  /// Runs a body alone among writers, and commits what it wrote unless it throws.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value

  /// Ends the storage in good order; it answers nothing afterwards and can be opened again.
  func close() throws
}
