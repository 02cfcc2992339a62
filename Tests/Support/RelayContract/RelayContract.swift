public import AfterwitSync

/// A relay under test, and what its operator can do.
public struct RelayUnderTest: Sendable {
  /// The relay as devices reach it; holds no journal that a clause uses.
  public let relay: any Relay
  /// Makes one single-use code.
  public let makeCode: @Sendable () async throws -> String

  /// A relay and its operator.
  public init(relay: any Relay, makeCode: @escaping @Sendable () async throws -> String) {
    self.relay = relay
    self.makeCode = makeCode
  }
}

/// One sentence of Protocol/6-relay that every binding keeps, and how to check it.
///
/// Use each with a test of its own: `@Test(arguments: RelayClause.all)`.
public struct RelayClause: Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String
  /// Throws ``BrokenClause`` where the relay does not keep it.
  let check: @Sendable (inout ContractSession) async throws -> Void

  init(
    _ description: String, check: @escaping @Sendable (inout ContractSession) async throws -> Void
  ) {
    self.description = description
    self.check = check
  }

  /// Every clause of the contract.
  public static var all: [RelayClause] {
    opening + appending + refusing + reading + mailboxes
  }
}

/// Checks all clauses on fresh journals; `makeRelay` may give the same relay again.
/// - Throws: the first ``BrokenClause``, or what the relay threw.
public func relayContract(
  makeRelay: () async throws -> RelayUnderTest, clauses: [RelayClause] = RelayClause.all,
  seed: UInt64 = 1
) async throws {
  for (index, clause) in clauses.enumerated() {
    var session = try ContractSession(
      try await makeRelay(), clause: clause.description, seed: seed &* 1000 &+ UInt64(index))
    try await clause.check(&session)
  }
}

/// A clause that a relay does not keep.
public struct BrokenClause: Error, CustomStringConvertible, Sendable {
  /// The clause, and what was found instead.
  public let description: String
}
