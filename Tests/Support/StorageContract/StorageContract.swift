package import AfterwitRelay

/// One sentence that every binding of ``RelayStorage`` keeps, and how to check it.
///
/// Use each with a test of its own: `@Test(arguments: StorageClause.all)`.
package struct StorageClause: Sendable, CustomStringConvertible {
  /// The sentence.
  package let description: String
  private let body: @Sendable (inout StorageSession) async throws -> Void

  init(
    _ description: String, body: @escaping @Sendable (inout StorageSession) async throws -> Void
  ) {
    self.description = description
    self.body = body
  }

  /// Every clause of the contract.
  package static var all: [StorageClause] {
    transactions + orders + logs + tips + codesAndSessions + pruning + mailboxes + lasting
  }

  /// Checks the clause on a storage of its own.
  /// - Parameters:
  ///   - seed: Names the envelopes and hashes that are written.
  ///   - open: Opens the storage of one place, at first an empty one; called again to reopen it.
  /// - Throws: ``BrokenStorageClause``, or what the storage threw.
  package func check(
    seed: UInt64 = 1, opening open: @escaping @Sendable () async throws -> any RelayStorage
  ) async throws {
    var session = try await StorageSession(clause: description, seed: seed, open: open)
    do {
      try await body(&session)
    } catch {
      try? session.storage.close()
      throw error
    }
    try session.storage.close()
  }
}

/// A clause that a storage does not keep.
package struct BrokenStorageClause: Error, CustomStringConvertible, Sendable {
  /// The clause, and what was found instead.
  package let description: String
}
